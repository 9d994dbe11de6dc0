package ua.stezhka.styleguide;

import java.util.List;
import java.util.Locale;
import ua.stezhka.account.RegistrationForm;
import ua.stezhka.account.SettingsForm;
import ua.stezhka.account.SignInForm;
import ua.stezhka.certificate.CertificateList;
import ua.stezhka.certificate.CheckForm;
import ua.stezhka.certificate.RevocationForm;
import ua.stezhka.factor.CodeAppForm;
import ua.stezhka.factor.ProofAsked;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.QrCode;

/** Forms: empty, filled in, sent with faults. */
final class FormSpecimens {
    private static final String FORM = "main > form";
    private static final String NUMBER = "0199-7D3C-52F1-7E4A-9B60-1C8E-4D2A";

    private FormSpecimens() {}

    static List<Section> of(Templates templates, Locale locale) {
        Faults none = new Faults(locale);
        return List.of(new Section(
                "forms",
                "Форми",
                false,
                List.of(
                        templates
                                .form("account/signIn", new SignInForm("", "/my", none))
                                .cut("Порожня", FORM),
                        registration(templates, locale).cut("З помилками", "[data-errors], " + FORM),
                        templates
                                .form("certificate/check", new CheckForm("", none))
                                .cut("Номер", FORM),
                        templates
                                .form(
                                        "certificate/check",
                                        new CheckForm("abc", faults(locale, "number", "certificate.too_short")))
                                .cut("Номер із помилкою", FORM),
                        revocation(templates, none).cut("Вибір, небезпечна дія", FORM),
                        revocation(templates, faults(locale, "reason", "certificate.reason_missing"))
                                .act(".btn--danger", button -> button.attr("aria-busy", "true"))
                                .cut("Вибір із помилкою, надсилаємо", FORM),
                        templates
                                .form("account/settings", new SettingsForm("Олена Шевчук", "name", none))
                                .cut("Збережено", ".notice, #name-title ~ form"),
                        templates.form("factor/codeApp", codeApp(none)).cut("Великий QR-код і ключ", ".qr, .facts"),
                        templates
                                .form("account/signIn", new SignInForm("", "/my", none))
                                .cut("Пояснення під формою", ".notice"))));
    }

    private static Drawing registration(Templates templates, Locale locale) {
        Faults faults = new Faults(locale);
        faults.add("name", "account.name_missing");
        faults.add("password", "account.password_too_short");
        faults.add("email", "account.email_malformed");
        faults.add("birthYear", "account.birth_year_missing");
        return templates.form(
                "account/registration", new RegistrationForm("", "", "olena@", false, "/my", false, true, "", faults));
    }

    private static CodeAppForm codeApp(Faults faults) {
        QrCode qr = new QrCode("otpauth://totp/example");
        return new CodeAppForm(
                qr.svgPath(),
                qr.svgSize(),
                "GEZD GNBV GY3T QOJQ",
                "otpauth://totp/example",
                false,
                false,
                new ProofAsked(false, false),
                "/my",
                faults);
    }

    private static Drawing revocation(Templates templates, Faults faults) {
        CertificateList.Row row = new CertificateList.Row(
                NUMBER, "Олена Шевчук", "Шахраї не пройдуть", "uk", "14 листопада 2026 року", true, "");
        return templates.form("certificate/revocation", new RevocationForm(row, faults));
    }

    private static Faults faults(Locale locale, String field, String code) {
        Faults faults = new Faults(locale);
        faults.add(field, code);
        return faults;
    }
}
