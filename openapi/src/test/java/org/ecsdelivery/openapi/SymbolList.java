package org.ecsdelivery.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types of one TeamCity version with their public and protected members, read from a text of C, M and F lines. */
record SymbolList(String name, Map<String, ListedType> types) {

    static SymbolList read(Path file) {
        try {
            return parse(file.getFileName().toString().replace(".txt", ""), Files.readAllLines(file));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    static SymbolList parse(String name, List<String> lines) {
        Map<String, ListedType> types = new LinkedHashMap<>();
        ListedType current = null;
        for (String line : lines) {
            if (line.startsWith("C ")) {
                current = ListedType.parse(line);
                types.put(current.name(), current);
            } else if (current != null && !line.isBlank()) {
                current.add(line.trim());
            }
        }
        return new SymbolList(name, types);
    }

    Optional<ListedType> find(String internalName) {
        return Optional.ofNullable(types.get(internalName));
    }

    /** One listed type: its kind, its supertypes and what it declares, by name and erased descriptor. */
    record ListedType(
            String name,
            List<String> flags,
            String superclass,
            List<String> interfaces,
            Map<String, ListedMember> members) {

        static ListedType parse(String line) {
            String[] halves = line.split(" extends ");
            List<String> head = Arrays.asList(halves[0].split(" "));
            String[] parents = halves[1].split(" implements ");
            List<String> interfaces = parents.length == 1 ? List.of() : List.of(parents[1].split(","));
            return new ListedType(
                    head.get(1), head.subList(2, head.size()), parents[0].trim(), interfaces, new LinkedHashMap<>());
        }

        void add(String line) {
            ListedMember member = ListedMember.parse(line);
            members.put(member.signature(), member);
        }
    }

    /** One listed method ({@code name(descriptor)}) or field ({@code name descriptor}). */
    record ListedMember(String signature, List<String> flags, Optional<String> constant, List<String> exceptions) {

        static ListedMember parse(String line) {
            return line.startsWith("F ") ? field(line.substring(2)) : method(line.substring(2));
        }

        private static ListedMember field(String line) {
            int equals = line.indexOf(" = ");
            Optional<String> constant = equals < 0 ? Optional.empty() : Optional.of(line.substring(equals + 3));
            List<String> words = List.of((equals < 0 ? line : line.substring(0, equals)).split(" "));
            return new ListedMember(
                    words.get(0) + " " + words.get(1), words.subList(2, words.size()), constant, List.of());
        }

        private static ListedMember method(String line) {
            String[] halves = line.split(" throws ");
            List<String> words = List.of(halves[0].split(" "));
            List<String> exceptions = new ArrayList<>();
            if (halves.length > 1) {
                exceptions.addAll(List.of(halves[1].split("[, ]+")));
            }
            return new ListedMember(
                    words.get(0), words.subList(1, words.size()), Optional.empty(), List.copyOf(exceptions));
        }
    }
}
