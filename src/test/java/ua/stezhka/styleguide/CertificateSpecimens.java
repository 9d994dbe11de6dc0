package ua.stezhka.styleguide;

import java.util.List;
import ua.stezhka.certificate.CertificateView;
import ua.stezhka.certificate.CertifiedCompetence;
import ua.stezhka.certificate.RemainingView;
import ua.stezhka.certificate.RemainingView.LessonLink;

/** A certificate on its sheet, what others see of it in each state, and what remains until there is one. */
final class CertificateSpecimens {
    private static final String NUMBER = "0199-7D3C-52F1-7E4A-9B60-1C8E-4D2A";
    private static final String MAIN = "main > :not(.crumbs)";
    private static final String QR =
            "M0 0h7v7H0zM1 1v5h5V1zM2 2h3v3H2zM14 0h7v7h-7zM15 1v5h5V1zM16 2h3v3h-3zM0 14h7v7H0zM1 15v5h5v-5zM2 16h3v3H2zM9 1h2v2H9zM8 5h3v2H8zM9 9h4v3H9zM15 9h2v2h-2zM18 12h3v2h-3zM9 15h2v5H9zM13 14h3v3h-3zM17 18h3v3h-3z";

    private CertificateSpecimens() {}

    static List<Section> of(Templates templates) {
        Drawing own = templates.page("certificate/own", certificate("valid", "", true));
        return List.of(
                new Section("sheet", "Аркуш сертифіката", true, List.of(own.cut("Свій сертифікат", MAIN))),
                new Section(
                        "check",
                        "Перевірка сертифіката",
                        false,
                        List.of(
                                state(templates, "valid", "", "Дійсний"),
                                state(templates, "replaced", "name", "Замінено"),
                                state(templates, "revoked", "request", "Відкликано"),
                                remaining(templates, false).cut("Що лишилося", MAIN),
                                remaining(templates, true).cut("Бракує імені", MAIN))));
    }

    private static Specimen state(Templates templates, String state, String reason, String words) {
        return templates
                .page("certificate/state", certificate(state, reason, false))
                .cut(words, MAIN);
    }

    private static Drawing remaining(Templates templates, boolean name) {
        List<LessonLink> lessons =
                name ? List.of() : List.of(new LessonLink("/courses/internet-safety", "Дзвінок «із банку»"));
        return templates.page(
                "certificate/remaining",
                new RemainingView("internet-safety", "Шахраї не пройдуть", "uk", lessons, !name, name));
    }

    private static CertificateView certificate(String state, String reason, boolean renamed) {
        return new CertificateView(
                NUMBER,
                "Марія Коваленко",
                "full",
                "Марія К.",
                "Шахраї не пройдуть",
                "uk",
                "internet-safety",
                List.of(
                        new CertifiedCompetence("Безпека", "Захист пристроїв", "базовий рівень"),
                        new CertifiedCompetence("Безпека", "Захист персональних даних", "базовий рівень")),
                8,
                90,
                "14 листопада 2026 року",
                "Громада-зразок",
                state,
                state.equals("valid") ? "" : "20 листопада 2026 року",
                reason,
                null,
                "20 листопада 2026 року, 14:05",
                "https://stezhka.example/certificates/" + NUMBER,
                QR,
                21,
                renamed,
                false);
    }
}
