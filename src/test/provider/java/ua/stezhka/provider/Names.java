package ua.stezhka.provider;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says with each answer whose answer it is (RFC 9207), which the server does not do by itself. */
class Names extends OncePerRequestFilter {
    private static final String DOOR = "/oauth2/authorize";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().endsWith(DOOR);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRequestURL().toString();
        String issuer = address.substring(0, address.length() - DOOR.length());
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void sendRedirect(String location) throws IOException {
                boolean answer = location.contains("/callback?");
                super.sendRedirect(
                        answer ? location + "&iss=" + URLEncoder.encode(issuer, StandardCharsets.UTF_8) : location);
            }
        });
    }
}
