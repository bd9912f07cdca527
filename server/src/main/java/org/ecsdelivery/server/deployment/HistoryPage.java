package org.ecsdelivery.server.deployment;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ecsdelivery.server.deployment.DeploymentView.Change;

/** A page of the history; a bean, because pages know nothing else. Every text is escaped by the page. */
public final class HistoryPage {
    /** So many fit on a screen. */
    static final int ROWS = 25;

    private final String project;
    private final HistoryQuery query;
    private final List<PastDeployment> shown;
    private final List<String> services;
    private final List<PastDeployment> compared;
    private final Comparisons comparisons;

    private HistoryPage(String project, HistoryQuery query, List<PastDeployment> all, Comparisons comparisons) {
        this.project = project;
        this.query = query;
        this.shown = all.stream().filter(query::shows).toList();
        this.services =
                all.stream().map(PastDeployment::service).distinct().sorted().toList();
        this.compared = query.compared().stream()
                .flatMap(key ->
                        all.stream().filter(each -> each.key().equals(key)).limit(1))
                .sorted(Comparator.comparing(PastDeployment::build))
                .toList();
        this.comparisons = comparisons;
    }

    static HistoryPage of(String project, HistoryQuery query, List<PastDeployment> all, Comparisons comparisons) {
        return new HistoryPage(project, query, all, comparisons);
    }

    /** Returns the id of the project, as addresses name it. */
    public String getProject() {
        return project;
    }

    /** Returns the services that were deployed to. */
    public List<String> getServices() {
        return services;
    }

    /** Returns the only service that is shown, or an empty text. */
    public String getService() {
        return query.service();
    }

    /** Returns how many deployments there are to show. */
    public int getCount() {
        return shown.size();
    }

    /** Returns which page this is. */
    public int getPage() {
        return Math.min(query.page(), getPages());
    }

    /** Returns how many pages there are. */
    public int getPages() {
        return Math.max(1, (shown.size() + ROWS - 1) / ROWS);
    }

    /** Returns the deployments on this page. */
    public List<Row> getRows() {
        return shown.stream()
                .skip((long) (getPage() - 1) * ROWS)
                .limit(ROWS)
                .map(past -> new Row(past, query.compared().contains(past.key())))
                .toList();
    }

    /** Tells whether two are compared. */
    public boolean isComparing() {
        return compared.size() == 2;
    }

    /** Returns the two that are compared, the older first. */
    public List<Row> getCompared() {
        return compared.stream().map(past -> new Row(past, true)).toList();
    }

    /** Returns what differs between them. */
    public List<Change> getDifferences() {
        return isComparing() ? comparisons.of(compared.get(0), compared.get(1)) : List.of();
    }

    /** Returns what the newer of them changed in its revision. */
    public List<Change> getChanges() {
        return isComparing() ? comparisons.changedBy(compared.get(1)) : List.of();
    }

    /** A deployment. */
    public static final class Row {
        private final PastDeployment past;
        private final boolean chosen;

        Row(PastDeployment past, boolean chosen) {
            this.past = past;
            this.chosen = chosen;
        }

        /** Returns what tells it from all others. */
        public String getKey() {
            return past.key();
        }

        /** Tells whether it is one of those to compare. */
        public boolean isChosen() {
            return chosen;
        }

        /** Returns TeamCity's number of the build. */
        public long getBuild() {
            return past.build();
        }

        /** Returns the build number that people see. */
        public String getNumber() {
            return past.number();
        }

        /** Returns the service. */
        public String getService() {
            return past.service();
        }

        /** Returns the cluster. */
        public String getCluster() {
            return past.cluster();
        }

        /** Returns the revision. */
        public String getRevision() {
            return Words.shortId(past.revision());
        }

        /** Returns the image. */
        public String getImage() {
            return past.image();
        }

        /** Returns the image's digest in short, or its tag. */
        public String getDigest() {
            String digest = past.image().substring(past.image().lastIndexOf('@') + 1);
            return digest.startsWith("sha256:") && digest.length() > 19
                    ? digest.substring(0, 19)
                    : Words.shortId(digest);
        }

        /** Returns who or what triggered the build. */
        public String getWho() {
            return past.who();
        }

        /** Returns the verdict. */
        public String getResult() {
            return Words.plain(past.result());
        }

        /** Returns how the verdict is coloured. */
        public String getTone() {
            return past.result().equals("SUCCEEDED") ? "good" : "bad";
        }

        /** Returns when it began. */
        public String getAt() {
            return Report.instant(past.at()).map(Words::day).orElse("");
        }

        /** Returns how long it took. */
        public String getTook() {
            return time(past.seconds());
        }

        /** Returns how long it took until the old targets were drained. */
        public String getDrain() {
            return time(past.drain());
        }

        private static String time(String seconds) {
            return Stream.of(seconds)
                    .filter(each -> each.matches("[0-9]{1,9}"))
                    .map(each -> Words.seconds(new java.math.BigDecimal(each)))
                    .findFirst()
                    .orElse("");
        }
    }
}
