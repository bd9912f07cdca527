package org.ecsdelivery.server.deployment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;

/**
 * What somebody wants to see of the history.
 *
 * @param service the only service to show, or an empty text
 * @param page which page, from 1
 * @param compared the keys of two deployments to compare; none or one are no comparison
 */
record HistoryQuery(String service, int page, List<String> compared) {
    private static final int TWO = 2;

    HistoryQuery {
        compared = List.copyOf(compared);
    }

    static HistoryQuery of(HttpServletRequest request) {
        String page = Optional.ofNullable(request.getParameter("ecsPage")).orElse("");
        String[] compared =
                Optional.ofNullable(request.getParameterValues("ecsCompare")).orElse(new String[0]);
        return new HistoryQuery(
                Optional.ofNullable(request.getParameter("ecsService")).orElse(""),
                page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1,
                Arrays.stream(compared).limit(TWO).toList());
    }

    boolean shows(PastDeployment past) {
        return service.isEmpty() || past.service().equals(service);
    }
}
