package org.ecsdelivery.engine.coverage.format.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.FileCoverage;
import org.ecsdelivery.engine.coverage.FileCoverageBuilder;
import org.ecsdelivery.engine.coverage.Hits;
import org.ecsdelivery.engine.coverage.Limits;
import org.ecsdelivery.engine.coverage.Repeats;

/**
 * What Istanbul tells of one file, in any order. A line ran as often as the busiest statement that starts on it; an old
 * report that tells the lines themselves ({@code l}) is believed.
 */
final class IstanbulDetails {
    private final JsonParser json;
    private final Limits limits;
    private final FileCoverageBuilder builder;
    private final Location location;
    private final Locations statementPlaces = new Locations();
    private final Locations functionPlaces = new Locations();
    private final Locations branchPlaces = new Locations();
    private final HitList statementHits = new HitList();
    private final HitList functionHits = new HitList();
    private final HitList branchHits = new HitList();
    private boolean linesTold;
    private boolean summary;

    IstanbulDetails(JsonParser json, Limits limits) {
        this.json = json;
        this.limits = limits;
        this.builder = new FileCoverageBuilder(Repeats.ARE_PARTS, limits);
        this.location = new Location(json);
    }

    void clear() {
        builder.clear();
        for (Locations places : Arrays.asList(statementPlaces, functionPlaces, branchPlaces)) {
            places.clear();
        }
        for (HitList hits : Arrays.asList(statementHits, functionHits, branchHits)) {
            hits.clear();
        }
        linesTold = false;
        summary = false;
    }

    boolean isSummary() {
        return summary;
    }

    void placeholder() {
        builder.placeholder();
    }

    void statementMap() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String id = json.currentName();
            json.nextToken();
            location.read();
            statementPlaces.add(id, location, "");
        }
    }

    void functionMap() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String id = json.currentName();
            json.nextToken();
            functionPlaces.add(id, location, place());
        }
    }

    void branchMap() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String id = json.currentName();
            json.nextToken();
            place();
            branchPlaces.add(id, location, "");
        }
    }

    /** Reads the place of a function or decision and returns its name. */
    private String place() throws IOException {
        location.clear();
        String name = "";
        int line = 0;
        boolean declared = false;
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return name;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String member = json.currentName();
            JsonToken value = json.nextToken();
            switch (member) {
                case "name" -> name = value == JsonToken.VALUE_STRING ? json.getText() : name;
                case "line" -> line = (int) Math.max(0, Math.min(Location.count(json), Integer.MAX_VALUE));
                case "decl" -> {
                    location.read();
                    declared = location.start() != 0;
                }
                case "loc" -> readUnless(declared);
                default -> json.skipChildren();
            }
        }
        location.line(line);
        return name;
    }

    private void readUnless(boolean declared) throws IOException {
        if (declared) {
            json.skipChildren();
        } else {
            location.read();
        }
    }

    void statements() throws IOException {
        statementHits.read(json);
    }

    void functions() throws IOException {
        functionHits.read(json);
    }

    void branches() throws IOException {
        branchHits.read(json);
    }

    void lines() throws IOException {
        linesTold = true;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String line = json.currentName();
            json.nextToken();
            long hits = Location.count(json);
            if (line.matches("[1-9]\\d{0,8}") && Integer.parseInt(line) <= limits.line()) {
                builder.line(Integer.parseInt(line), hits);
            }
        }
    }

    void summary(CoverageMetric metric) throws IOException {
        summary = true;
        long total = 0;
        long covered = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            long number = Math.max(0, Math.min(Location.count(json), Integer.MAX_VALUE));
            total = name.equals("total") ? number : total;
            covered = name.equals("covered") ? number : covered;
        }
        builder.summary(metric, new Count(Math.min(covered, total), total));
    }

    FileCoverage build(String path) {
        for (int i = 0; i < statementHits.size(); i++) {
            statement(i);
        }
        for (int i = 0; i < functionHits.size(); i++) {
            int place = functionPlaces.find(functionHits.id(i), i);
            builder.function(
                    functionPlaces.line(place, limits.line()), functionPlaces.name(place), functionHits.hits(i));
        }
        branchesAtTheirPlaces();
        return builder.build(path);
    }

    private void statement(int index) {
        int place = statementPlaces.find(statementHits.id(index), index);
        long hits = statementHits.hits(index);
        builder.statement(statementPlaces.start(place), statementPlaces.end(place), 1, hits);
        int line = statementPlaces.line(place, limits.line());
        if (!linesTold && line > 0) {
            builder.line(line, hits);
        }
    }

    /** A decision without a place still counts: it goes to the first line. */
    private void branchesAtTheirPlaces() {
        int decision = -1;
        int arm = 0;
        int place = -1;
        for (int i = 0; i < branchHits.size(); i++) {
            boolean next = branchHits.startsGroup(i);
            decision += next ? 1 : 0;
            arm = next ? 0 : arm + 1;
            place = next ? branchPlaces.find(branchHits.id(i), decision) : place;
            int line = Math.max(1, branchPlaces.line(place, limits.line()));
            builder.branch(line, decision, arm, Hits.of(branchHits.hits(i)));
        }
    }
}
