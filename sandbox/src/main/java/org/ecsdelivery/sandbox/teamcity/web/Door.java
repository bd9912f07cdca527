package org.ecsdelivery.sandbox.teamcity.web;

import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpFilter;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import jetbrains.buildServer.users.SUser;
import jetbrains.buildServer.web.util.SessionUser;
import org.ecsdelivery.sandbox.teamcity.CurrentUser;
import org.ecsdelivery.sandbox.teamcity.Role;
import org.ecsdelivery.sandbox.teamcity.SandboxUser;

/**
 * Lets requests in on behalf of the session's user. What changes something must carry the session's token, as TeamCity demands:
 * in the header {@code X-TC-CSRF-Token} or the parameter {@code tc-csrf-token}.
 */
final class Door extends HttpFilter {
    static final String TOKEN = "tc-csrf-token";
    private static final String HEADER = "X-TC-CSRF-Token";
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final long serialVersionUID = 1L;

    private final transient CurrentUser currentUser;

    Door(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isLoopback(request.getServerName())) {
            response.sendError(403, "This server answers at its loopback address only.");
            return;
        }
        if (request.getCharacterEncoding() == null) {
            request.setCharacterEncoding("UTF-8");
        }
        HttpSession session = request.getSession();
        if (session.getAttribute(TOKEN) == null) {
            session.setAttribute(TOKEN, UUID.randomUUID().toString());
        }
        if (!HARMLESS.contains(request.getMethod()) && !isOfThisSession(request, session)) {
            response.sendError(403, "The token of the session is missing or wrong: send it as header " + HEADER + ".");
            return;
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        currentUser.enter(user(request));
        try {
            chain.doFilter(request, response);
        } finally {
            currentUser.leave();
        }
    }

    private static SUser user(HttpServletRequest request) {
        SUser known = SessionUser.getUser(request);
        if (known == null) {
            known = SandboxUser.in(Role.ADMIN);
            SessionUser.setUser(request, known);
        }
        return known;
    }

    private static boolean isOfThisSession(HttpServletRequest request, HttpSession session) {
        String origin = request.getHeader("Origin");
        if (origin != null && !origin.equals("http://" + request.getHeader("Host"))) {
            return false;
        }
        String header = request.getHeader(HEADER);
        return session.getAttribute(TOKEN).equals(header == null ? request.getParameter(TOKEN) : header);
    }

    /** A page of elsewhere whose name was made to point here must not reach the server. */
    private static boolean isLoopback(String host) {
        return host.equals("127.0.0.1") || host.equals("localhost");
    }
}
