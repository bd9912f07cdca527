package org.ecsdelivery.engine.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.ecsdelivery.engine.report.TrafficStory.Share;
import org.ecsdelivery.engine.report.TrafficStory.StageTime;

/** Draws stages and production traffic on the axis of the tasks, as two rows of its list. */
final class TrafficChart {
    private final TimeAxis axis;
    private final Html html;

    TrafficChart(TimeAxis axis, Html html) {
        this.axis = axis;
        this.html = html;
    }

    void write(TrafficStory traffic) {
        if (!traffic.stages().isEmpty()) {
            stages(traffic.stages());
        }
        if (!traffic.shares().isEmpty()) {
            shares(traffic.shares());
        }
    }

    private void stages(List<StageTime> stages) {
        html.markup("<li class=\"row\"><p class=\"name\">")
                .element("b", "Stages")
                .markup("</p><div><svg class=\"bar phases\" aria-hidden=\"true\">");
        for (int index = 0; index < stages.size(); index++) {
            stage(stages.get(index), index % 2 == 0 ? "stage" : "stage other");
        }
        html.markup("</svg><ol class=\"states\">");
        stages.forEach(each -> html.markup("<li>")
                .text(each.name() + " ")
                .element("b", Amount.of(each.took()))
                .text(each.answer().map(answer -> " (" + words(answer) + ")").orElse(""))
                .markup("</li>"));
        html.markup("</ol></div></li>\n");
    }

    private static String words(String answer) {
        return answer.equals("CONTINUE") ? "this step continued it" : "this step rolled it back";
    }

    private void stage(StageTime stage, String looks) {
        String place = axis.place(stage.at());
        String special = stage.stage().equals("BAKE_TIME") ? " bake" : "";
        html.markup("<rect class=\"" + looks + special + "\" x=\"" + place + "\" width=\""
                + axis.width(stage.at(), stage.at().plus(stage.took())) + "\"/>");
        if (fits(stage)) {
            html.markup("<text x=\"" + place + "\" dx=\"6\" y=\"14\">")
                    .text(stage.name())
                    .markup("</text>");
        }
    }

    /** Tells whether the name has room on a phone, where the axis has room for about forty letters. */
    private boolean fits(StageTime stage) {
        return axis.share(stage.took()) * 40 > stage.name().length() + 2;
    }

    private void shares(List<Share> shares) {
        Share last = shares.get(shares.size() - 1);
        html.markup("<li class=\"row\"><p class=\"name\">")
                .element("b", "Production traffic")
                .text(" ")
                .element("span", StageSentences.percent(last.percent()) + " on the new tasks at last")
                .markup("</p><div><svg class=\"bar count\" aria-hidden=\"true\">"
                        + "<rect class=\"track\" width=\"100%\" height=\"100%\"/>");
        shares.forEach(this::share);
        html.markup("</svg><ol class=\"states\">");
        shares.forEach(each -> html.markup("<li>")
                .text(StageSentences.percent(each.percent()) + " for ")
                .element("b", Amount.of(each.took()))
                .markup("</li>"));
        html.markup("</ol></div></li>\n");
    }

    private void share(Share share) {
        Instant until = share.at().plus(share.took());
        html.markup(String.format(
                Locale.ROOT,
                "<rect class=\"serving\" x=\"%s\" width=\"%s\" y=\"%.1f%%\" height=\"%.1f%%\"/>",
                axis.place(share.at()),
                axis.width(share.at(), until),
                100 - share.percent(),
                share.percent()));
    }
}
