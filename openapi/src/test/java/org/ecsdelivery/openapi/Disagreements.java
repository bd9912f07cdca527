package org.ecsdelivery.openapi;

import static java.lang.reflect.Modifier.isAbstract;
import static java.lang.reflect.Modifier.isFinal;
import static java.lang.reflect.Modifier.isProtected;
import static java.lang.reflect.Modifier.isPublic;
import static java.lang.reflect.Modifier.isStatic;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.openapi.SymbolList.ListedMember;
import org.ecsdelivery.openapi.SymbolList.ListedType;

/** Finds where a compiled type says something else than the list of a real TeamCity jar. */
final class Disagreements {
    private final Class<?> type;
    private final ListedType listed;
    private final Set<String> newer;
    private final List<String> found = new ArrayList<>();

    private Disagreements(Class<?> type, ListedType listed, Set<String> newer) {
        this.type = type;
        this.listed = listed;
        this.newer = newer;
    }

    /** Compares; {@code newer} holds the signatures of members that the list is too old to have. */
    static List<String> between(Class<?> type, ListedType listed, Set<String> newer) {
        Disagreements disagreements = new Disagreements(type, listed, newer);
        disagreements.compareKind();
        disagreements.compareSupertypes();
        disagreements.compareMembers();
        return List.copyOf(disagreements.found);
    }

    private void compareKind() {
        int modifiers = type.getModifiers();
        same("being an interface", type.isInterface(), listed.flags().contains("interface"));
        same("being an enum", type.isEnum(), listed.flags().contains("enum"));
        same("being final", isFinal(modifiers), listed.flags().contains("final"));
        if (!type.isInterface() && !type.isEnum()) {
            same("being abstract", isAbstract(modifiers), listed.flags().contains("abstract"));
        }
    }

    private void compareSupertypes() {
        if (type.getSuperclass() != null) {
            same("superclass", internal(type.getSuperclass()), listed.superclass());
        }
        for (Class<?> parent : type.getInterfaces()) {
            if (!listed.interfaces().contains(internal(parent))) {
                report("has the interface " + internal(parent) + ", the real one has " + listed.interfaces());
            }
        }
    }

    private void compareMembers() {
        Arrays.stream(type.getDeclaredFields()).filter(this::counts).forEach(this::compareField);
        Arrays.stream(type.getDeclaredMethods()).filter(this::counts).forEach(this::compareMethod);
        Arrays.stream(type.getDeclaredConstructors()).filter(this::counts).forEach(this::compareConstructor);
    }

    private boolean counts(java.lang.reflect.Member member) {
        boolean visible = isPublic(member.getModifiers()) || isProtected(member.getModifiers());
        return visible && !member.isSynthetic();
    }

    private void compareField(Field field) {
        String signature = field.getName() + " " + field.getType().descriptorString();
        listed(signature).ifPresent(member -> {
            compareStatic(signature, field.getModifiers(), member);
            member.constant().ifPresent(value -> compareConstant(field, value));
        });
    }

    private void compareConstant(Field field, String value) {
        try {
            field.setAccessible(true);
            // the lists print one constant per line: its last blanks may be lost
            same(
                    "the constant " + field.getName(),
                    String.valueOf(field.get(null)).strip(),
                    value.strip());
        } catch (IllegalAccessException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private void compareMethod(Method method) {
        compareExecutable(
                method.getName()
                        + MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                                .descriptorString(),
                method);
    }

    private void compareConstructor(Constructor<?> constructor) {
        compareExecutable(
                "<init>"
                        + MethodType.methodType(void.class, constructor.getParameterTypes())
                                .descriptorString(),
                constructor);
    }

    private void compareExecutable(String signature, Executable executable) {
        listed(signature).ifPresent(member -> {
            compareStatic(signature, executable.getModifiers(), member);
            if (!type.isEnum()) {
                same("being abstract of " + signature, isAbstract(executable.getModifiers()), flag(member, "abstract"));
            }
            same(
                    "the exceptions of " + signature,
                    Arrays.stream(executable.getExceptionTypes())
                            .map(Disagreements::internal)
                            .toList(),
                    member.exceptions());
        });
    }

    private void compareStatic(String signature, int modifiers, ListedMember member) {
        same("being static of " + signature, isStatic(modifiers), flag(member, "static"));
        same("being protected of " + signature, isProtected(modifiers), flag(member, "protected"));
    }

    private static boolean flag(ListedMember member, String flag) {
        return member.flags().contains(flag);
    }

    private Optional<ListedMember> listed(String signature) {
        ListedMember member = listed.members().get(signature);
        if (member == null && !newer.contains(internal(type) + "#" + signature)) {
            report("declares " + signature + ", which the real one does not have");
        }
        return Optional.ofNullable(member);
    }

    private void same(String what, Object ours, Object real) {
        if (!Objects.equals(ours, real)) {
            report(what + ": ours " + ours + ", the real one " + real);
        }
    }

    private void report(String fact) {
        found.add(internal(type) + ": " + fact);
    }

    static String internal(Class<?> type) {
        return type.getName().replace('.', '/');
    }
}
