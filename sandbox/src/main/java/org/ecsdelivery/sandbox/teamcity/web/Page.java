package org.ecsdelivery.sandbox.teamcity.web;

import java.io.IOException;
import javax.servlet.ServletException;

/** One of our own pages. */
@FunctionalInterface
interface Page {
    void answer(Exchange exchange) throws ServletException, IOException;
}
