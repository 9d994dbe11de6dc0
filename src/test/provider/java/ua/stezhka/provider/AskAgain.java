package ua.stezhka.provider;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Forgets who was here when it is told to ask ({@code prompt=login}), once for each question; the server does not do that by itself. */
class AskAgain extends OncePerRequestFilter {
    private static final String ASKED = "asked";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().endsWith("/oauth2/authorize")
                || !"login".equals(request.getParameter("prompt"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession();
        String state = String.valueOf(request.getParameter("state"));
        if (!state.equals(session.getAttribute(ASKED))) {
            session.invalidate();
            SecurityContextHolder.clearContext();
            request.getSession().setAttribute(ASKED, state);
        }
        chain.doFilter(request, response);
    }
}
