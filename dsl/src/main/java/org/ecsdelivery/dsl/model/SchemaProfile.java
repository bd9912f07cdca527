package org.ecsdelivery.dsl.model;

import java.util.Arrays;
import java.util.Optional;
import org.ecsdelivery.dsl.xml.Element;

/** The form in which a line of TeamCity versions writes settings; an older server does not read a newer form. */
public enum SchemaProfile {
    /** TeamCity 2021.1 to 2024.12. */
    V2021_1("2021.1"),
    /** TeamCity 2025.03 and later. */
    V2025_3("2025.3");

    private static final String URL = "https://www.jetbrains.com/teamcity/schemas/%s/project-config.xsd";

    private final String label;

    SchemaProfile(String label) {
        this.label = label;
    }

    /** Returns the number that stands in the files; it is that of the form, not of the product. */
    public String label() {
        return label;
    }

    /** Returns the address that files name as their schema. */
    public String url() {
        return String.format(URL, label);
    }

    /** Tells whether lists without entries are written. */
    public boolean writesEmptyLists() {
        return this == V2021_1;
    }

    /** Returns the profile that a file says it is written in. */
    public static Optional<SchemaProfile> of(Element root) {
        String address = root.attribute(RootAttributes.SCHEMA).orElse("");
        return Arrays.stream(values())
                .filter(each -> each.url().equals(address))
                .findFirst();
    }
}
