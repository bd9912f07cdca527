package org.ecsdelivery.dsl.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecsdelivery.dsl.xml.Cdata;
import org.ecsdelivery.dsl.xml.Element;

/** The form of parameters: sorted by name; a value of several lines as CDATA, since an attribute would show it in one line. */
public final class Params {
    private Params() {}

    /** Returns a parameter. */
    public static Element param(String name, String value, String spec) {
        if (value.indexOf('\n') < 0) {
            return Element.of("param").with("name", name).with("value", value).withIfAny("spec", spec);
        }
        Element param = Element.of("param").with("name", name).withIfAny("spec", spec);
        return fitsCdata(value) ? param.containing(new Cdata(value)) : param.containing(value);
    }

    /** CDATA cannot hold its own end, and a reader turns a bare carriage return into a line end. */
    private static boolean fitsCdata(String value) {
        return !value.contains("<![CDATA[") && !value.contains("]]>") && value.indexOf('\r') < 0;
    }

    /** Returns parameters in TeamCity's order. */
    public static List<Element> sorted(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(each -> param(each.getKey(), each.getValue(), ""))
                        .toList();
    }

    /** Returns the value of a parameter in either form. */
    public static String value(Element param) {
        return param.attribute("value").orElseGet(param::text);
    }

    /** Returns the parameters of something that has a list of them. */
    public static Map<String, String> of(Element owner) {
        Map<String, String> all = new TreeMap<>();
        owner.elements("parameters", "param")
                .forEach(each -> all.put(each.attribute("name").orElse(""), value(each)));
        return all;
    }
}
