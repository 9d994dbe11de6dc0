package ua.stezhka.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua.stezhka.account.LoginName;
import ua.stezhka.account.Secrets;

/**
 * The integrated system of electronic identification (id.gov.ua): OAuth 2 with addresses of its own, without identity tokens. A person
 * is the same person when the tax number is the same; only its hash under a key of this Stezhka is kept. Source: the protocol as
 * public clients of the system use it; unencrypted answers only.
 */
final class IdGovUaProvider implements IdentityProvider {
    private static final int SHORTEST_KEY = 32;

    private final ProviderConfig settings;
    private final ProviderLine line;
    private final String base;
    private final String matchKey;

    IdGovUaProvider(ProviderConfig settings, ProviderLine line) {
        this.settings = settings;
        this.line = line;
        String issuer = settings.issuer().toString();
        this.base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        this.matchKey = settings.matchKey().orElse("");
        if (matchKey.length() < SHORTEST_KEY) {
            throw new IllegalStateException(
                    "a service that speaks id-gov-ua needs a match-key of at least 32 characters");
        }
    }

    @Override
    public String label() {
        return settings.label();
    }

    @Override
    public String issuer() {
        return settings.issuer().toString();
    }

    @Override
    public URI door(SignInTicket ticket, URI callback) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("response_type", "code");
        asked.put("client_id", settings.clientId());
        asked.put("auth_type", settings.authType());
        asked.put("state", ticket.state());
        asked.put("redirect_uri", callback.toString());
        return URI.create(base + "/?" + ProviderLine.encode(asked));
    }

    @Override
    public VouchedPerson redeem(SignInTicket ticket, URI callback, ProviderAnswer answer) {
        Map<String, String> redeem = new LinkedHashMap<>();
        redeem.put("grant_type", "authorization_code");
        redeem.put("client_id", settings.clientId());
        redeem.put("client_secret", settings.clientSecret().orElse(""));
        redeem.put("code", answer.code());
        JsonNode token = ask("/get-access-token", redeem);
        Map<String, String> about = new LinkedHashMap<>();
        about.put("access_token", ProviderLine.text(token, "access_token"));
        about.put("user_id", ProviderLine.text(token, "user_id"));
        about.put("fields", "lastname,givenname,middlename,drfocode");
        JsonNode person = ask("/get-user-info", about);
        String name = Stream.of("givenname", "middlename", "lastname")
                .map(part -> person.path(part).asText("").strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return new VouchedPerson(issuer(), hash(ProviderLine.text(person, "drfocode")), LoginName.clean(name));
    }

    private JsonNode ask(String path, Map<String, String> asked) {
        JsonNode answer = line.get(URI.create(base + path + '?' + ProviderLine.encode(asked)));
        if (answer.hasNonNull("error")) {
            throw new ProviderRefused("refused at " + path);
        }
        return answer;
    }

    private String hash(String taxNumber) {
        byte[] number = taxNumber.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Secrets.hmac(matchKey.getBytes(StandardCharsets.UTF_8), number));
    }
}
