package ua.stezhka.account;

import java.text.Normalizer;
import java.util.Locale;

/** The name a person signs in with: case, spaces, kinds of apostrophe and of hyphen make no difference. */
public final class LoginName {
    private LoginName() {}

    public static String clean(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .strip()
                .replaceAll("\\s+", " ");
    }

    public static String key(String typed) {
        return clean(typed).toLowerCase(Locale.ROOT).replaceAll("[’'ʼ`´]", "’").replaceAll("[‐‑–—]", "-");
    }
}
