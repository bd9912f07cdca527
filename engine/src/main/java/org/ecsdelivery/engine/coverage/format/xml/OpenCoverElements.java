package org.ecsdelivery.engine.coverage.format.xml;

import java.util.HashMap;
import java.util.Map;
import org.ecsdelivery.engine.coverage.LimitExceeded;
import org.ecsdelivery.engine.coverage.Limits;

/**
 * What the elements of OpenCover mean: sequence points are statements, branch points branches. Its summaries count one more
 * branch for each method and are not read.
 */
final class OpenCoverElements implements Elements {
    private final Limits limits;
    private final OpenCoverFile file;
    private final Map<String, String> paths = new HashMap<>();
    private String type = "";
    private boolean inMethod;
    private boolean visited;
    private String method = "";
    private String text = "";
    private int methodLine;
    private long methodHits;

    OpenCoverElements(XmlTarget target, Limits limits) {
        this.limits = limits;
        this.file = new OpenCoverFile(target, limits);
    }

    @Override
    public void start(Element element) {
        switch (element.name()) {
            case "SequencePoint" -> sequencePoint(element);
            case "BranchPoint" -> branchPoint(element);
            case "FileRef" -> open(element.value("uid"));
            case "Method" -> {
                inMethod = true;
                visited = element.value("visited").equals("true");
                method = "";
                methodLine = 0;
                methodHits = 0;
            }
            case "Class" -> type = "";
            case "File" -> keep(element.value("uid"), element.value("fullPath"));
            default -> {
                // summaries, modules and lists
            }
        }
    }

    private void keep(String uid, String path) {
        paths.put(uid, path);
        if (paths.size() > limits.files()) {
            throw new LimitExceeded("more than " + limits.files() + " files", "Split the report.");
        }
    }

    private void open(String uid) {
        String path = paths.get(uid);
        if (path != null && !path.isEmpty()) {
            file.open(path);
        }
    }

    private void sequencePoint(Element element) {
        if (element.has("fileid")) {
            open(element.value("fileid"));
        }
        long hits = Math.max(0, element.count("vc"));
        int line = file.statement(element, hits);
        methodLine = methodLine == 0 ? line : methodLine;
        methodHits = Math.max(methodHits, hits);
    }

    private void branchPoint(Element element) {
        if (element.has("fileid") && !element.value("fileid").equals("0")) {
            open(element.value("fileid"));
        }
        file.branch(element, methodLine);
    }

    @Override
    public boolean wantsText(String name) {
        return name.equals("Name") || name.equals("FullName");
    }

    @Override
    public void text(String told) {
        text = told;
    }

    @Override
    public void end(String name) {
        switch (name) {
            case "FullName" -> type = text;
            case "Name" -> method = inMethod ? text : method;
            case "Method" -> endMethod();
            case "Module" -> file.close();
            default -> {
                // nothing ends with it
            }
        }
    }

    private void endMethod() {
        inMethod = false;
        if (methodLine > 0 && !method.isEmpty()) {
            file.function(methodLine, method, Math.max(methodHits, visited ? 1 : 0));
            file.type(type, methodHits > 0);
        }
    }

    @Override
    public void finish() {
        file.close();
    }
}
