package org.ecsdelivery.common.news;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The env files that a checkout has in its repository, as the Env File feature tells the server half in a service message. Whatever a
 * build runs can write the message too; all it could bring about is a wrong hint to its own team, so it carries no seal.
 *
 * @param files paths from the checkout directory; none when all is well
 */
public record CommittedEnvFileNews(List<String> files) {
    /** The name of the service message. */
    public static final String MESSAGE = "ecsDeliveryCommittedEnvFiles";

    /** So many files are told of at most: more say nothing new. */
    public static final int MOST = 20;

    private static final String FILES = "files";
    private static final String APART = "\n";
    private static final Pattern PATH = Pattern.compile("[^\\p{Cntrl}]{1,300}");

    /** Keeps what can be told: the first so many paths that are of a length and characters that a page can show. */
    public CommittedEnvFileNews {
        files = files.stream()
                .filter(path -> PATH.matcher(path).matches())
                .limit(MOST)
                .toList();
    }

    /** Returns the attributes of the service message. */
    public Map<String, String> attributes() {
        return Map.of(FILES, text());
    }

    /** Reads the attributes of a service message; nothing when it is none of ours. */
    public static Optional<CommittedEnvFileNews> read(Map<String, String> attributes) {
        return Optional.ofNullable(attributes.get(FILES)).map(CommittedEnvFileNews::parse);
    }

    /** Returns one path per line. */
    public String text() {
        return String.join(APART, files);
    }

    /** Reads what {@link #text()} returned. */
    public static CommittedEnvFileNews parse(String text) {
        return new CommittedEnvFileNews(List.of(text.split(APART)));
    }
}
