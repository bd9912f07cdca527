package org.ecsdelivery.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.openapi.SymbolList.ListedType;
import org.junit.jupiter.api.Test;

class SignaturesMatchTeamCityTest {
    /** Newest first: a type is held against the first list that has it. */
    private static final List<String> LISTS =
            List.of("agent-2020.2.2", "agent-2017.2.1", "server-10.0", "agent-api-9.0");

    @Test
    void statesTheSourceOfEveryTypeAndOfNoOther() throws Exception {
        assertThat(StatedSources.read().sources().keySet())
                .as("types with a row in openapi/SIGNATURES.md")
                .containsExactlyInAnyOrderElementsOf(
                        OpenApiTypes.all().stream().map(Disagreements::internal).toList());
    }

    @Test
    void repeatsTheSignaturesOfRealTeamCityJars() throws Exception {
        List<SymbolList> lists = lists();
        Set<String> newer = StatedSources.read().newerMembers();
        assertThat(OpenApiTypes.all().stream()
                        .flatMap(type -> newest(lists, type)
                                .map(listed -> Disagreements.between(type, listed, newer).stream())
                                .orElseGet(java.util.stream.Stream::empty)))
                .isEmpty();
    }

    @Test
    void namesTheNewestListThatHasTheType() throws Exception {
        List<SymbolList> lists = lists();
        StatedSources stated = StatedSources.read();
        for (Class<?> type : OpenApiTypes.all()) {
            String name = Disagreements.internal(type);
            Optional<String> newest = lists.stream()
                    .filter(list -> list.find(name).isPresent())
                    .map(SymbolList::name)
                    .findFirst();
            newest.ifPresentOrElse(
                    list -> assertThat(stated.sources().get(name)).as(name).isEqualTo(list),
                    () -> assertThat(stated.sources().get(name)).as(name).startsWith("not listed: "));
        }
    }

    private static Optional<ListedType> newest(List<SymbolList> lists, Class<?> type) {
        return lists.stream()
                .flatMap(list -> list.find(Disagreements.internal(type)).stream())
                .findFirst();
    }

    private static List<SymbolList> lists() {
        Path folder = Path.of(System.getProperty("teamcity.symbols", "../../shared/teamcity-openapi"))
                .toAbsolutePath()
                .normalize();
        assumeTrue(
                Files.isDirectory(folder),
                () -> "NOT COMPARED with real TeamCity symbols: the folder " + folder
                        + " is not there. Give another one with -Dteamcity.symbols=FOLDER.");
        return LISTS.stream()
                .map(name -> SymbolList.read(folder.resolve(name + ".txt")))
                .toList();
    }
}
