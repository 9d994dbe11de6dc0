package ua.stezhka.desk;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.platform.Problem;

/** Shows and prints a person's card; the PIN only where it was set a moment ago. */
@Singleton
class CardPrinting {
    private final Cards cards;
    private final CardSignIns pins;
    private final PrintedPins printed;
    private final CardPdf pdf;
    private final CardViews views;

    CardPrinting(Cards cards, CardSignIns pins, PrintedPins printed, CardPdf pdf, CardViews views) {
        this.cards = cards;
        this.pins = pins;
        this.printed = printed;
        this.pdf = pdf;
        this.views = views;
    }

    Optional<CardView> view(UUID personId, HttpHeaders headers, Locale locale) {
        return cards.of(personId)
                .map(card -> views.view(card, printed.read(headers, card.id()).orElse(null), locale));
    }

    /** The card as PDF. @throws Problem.NotFound when the person has none */
    Response pdf(UUID personId, String name, HttpHeaders headers, URI site, Locale locale) {
        Card card = cards.of(personId).orElseThrow(Problem::notFound);
        CardSheet sheet =
                views.sheet(card, name, printed.read(headers, card.id()).orElse(null), site, locale);
        return Response.ok(pdf.print(sheet), "application/pdf")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"stezhka-card.pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** An answer after a PIN was set: this browser may print it. A second press that set nothing has it when it is the right one. */
    Response afterPin(UUID personId, String pin, boolean set, URI to) {
        Response.ResponseBuilder answer = Response.seeOther(to);
        if (set || pins.hasPin(personId, pin)) {
            cards.of(personId).map(card -> printed.of(card, pin)).ifPresent(answer::cookie);
        }
        return answer.build();
    }

    String hash(String pin) {
        return pins.hash(pin);
    }
}
