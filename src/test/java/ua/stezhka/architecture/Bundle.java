package ua.stezhka.architecture;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One message file: a module’s texts in one language.
 *
 * @param texts name → ICU pattern
 */
record Bundle(Path file, String module, Map<String, String> texts) {
    static Bundle read(Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(House.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = file.getFileName().toString();
        return new Bundle(
                file,
                name.substring(0, name.lastIndexOf('_')),
                properties.entrySet().stream()
                        .collect(Collectors.toMap(
                                e -> e.getKey().toString(), e -> e.getValue().toString(), (a, b) -> a, TreeMap::new)));
    }

    /** All bundles of a language by module. */
    static Map<String, Bundle> all(String language) {
        return House.messages(language).stream()
                .map(Bundle::read)
                .collect(Collectors.toMap(Bundle::module, bundle -> bundle, (a, b) -> a, TreeMap::new));
    }

    /** The bundle of a module. */
    static Bundle of(Map<String, Bundle> bundles, String module) {
        return Objects.requireNonNull(bundles.get(module), module);
    }

    /** The arguments that a text takes, as it names them: {@code 0}, {@code 1}. */
    Set<String> placeholders(String name) {
        MessagePattern pattern = pattern(name);
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            MessagePattern.Part part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_NUMBER
                    || part.getType() == MessagePattern.Part.Type.ARG_NAME) {
                found.add(pattern.getSubstring(part));
            }
        }
        return found;
    }

    /** The branches of each plural in a text, such as {@code one few many other}; empty where it has none. */
    Set<Set<String>> pluralBranches(String name) {
        MessagePattern pattern = pattern(name);
        Set<Set<String>> found = new java.util.LinkedHashSet<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            MessagePattern.Part part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_START
                    && part.getArgType() == MessagePattern.ArgType.PLURAL) {
                found.add(selectors(pattern, i));
            }
        }
        return found;
    }

    private static Set<String> selectors(MessagePattern pattern, int start) {
        Set<String> selectors = new TreeSet<>();
        int end = pattern.getLimitPartIndex(start);
        for (int i = start + 1; i < end; i++) {
            MessagePattern.Part part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_SELECTOR) {
                selectors.add(pattern.getSubstring(part));
            } else if (part.getType() == MessagePattern.Part.Type.MSG_START) {
                i = pattern.getLimitPartIndex(i);
            }
        }
        return Collections.unmodifiableSet(selectors);
    }

    private MessagePattern pattern(String name) {
        return new MessagePattern(texts.get(name));
    }
}
