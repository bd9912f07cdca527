package org.ecsdelivery.dsl;

/** Runs a build once for each combination of parameter values. */
public final class Matrix extends TypedSetting<Matrix> implements Feature {
    private Matrix(SettingValues values) {
        super(values);
    }

    /** Returns a matrix without parameters. */
    public static Matrix of() {
        return new Matrix(SettingValues.of("matrix")).id("matrix");
    }

    /** Returns this matrix with one more parameter and its values. */
    public Matrix param(String name, String first, String... more) {
        long number = 1
                + parameters().keySet().stream()
                        .filter(each -> each.startsWith("matrix.param."))
                        .count();
        Matrix matrix = set("matrix.param." + name + "." + number, name).set("matrix.value." + name + ".1", first);
        for (int i = 0; i < more.length; i++) {
            matrix = matrix.set("matrix.value." + name + "." + (i + 2), more[i]);
        }
        return matrix;
    }

    /** Returns this matrix keeping the artifacts of each combination in a directory of its own, or all together. */
    public Matrix groupArtifacts(boolean grouped) {
        return set("groupArtifactsByBuild", grouped);
    }

    @Override
    Matrix copy(SettingValues newValues) {
        return new Matrix(newValues);
    }
}
