package ua.stezhka.desk;

import io.quarkus.qute.Engine;
import jakarta.inject.Singleton;
import ua.stezhka.platform.PdfPress;
import ua.stezhka.platform.PdfSheet;

/** Prints an access card as a tagged PDF on one page of A6. */
@Singleton
class CardPdf {
    private final Engine templates;
    private final PdfPress press;

    CardPdf(Engine templates, PdfPress press) {
        this.templates = templates;
        this.press = press;
    }

    byte[] print(CardSheet card) {
        return press.print((tried, ruler) -> sheet(card));
    }

    private PdfSheet sheet(CardSheet card) {
        String html = templates
                .getTemplate("desk/card-sheet.html")
                .data("card", card)
                .setLocale(card.language())
                .render();
        PdfSheet.Facts facts = new PdfSheet.Facts(
                card.title(), card.subject(), card.helpedBy(), card.language(), card.madeOn(), card.code());
        return new PdfSheet(
                html,
                "/templates/desk/card-sheet.css",
                facts,
                CardGround.PAPER,
                CardGround.draw(card.pin() != null),
                card.address().toString(),
                true);
    }
}
