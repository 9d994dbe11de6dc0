package ua.stezhka.account;

import java.text.Normalizer;
import java.util.Locale;

/** The name a person signs in with: case, spaces, kinds of apostrophe and of hyphen make no difference. */
final class LoginName {
    private LoginName() {}

    static String clean(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .strip()
                .replaceAll("\\s+", " ");
    }

    static String key(String typed) {
        return clean(typed).toLowerCase(Locale.ROOT).replaceAll("[’'ʼ`´]", "’").replaceAll("[‐‑–—]", "-");
    }
}
