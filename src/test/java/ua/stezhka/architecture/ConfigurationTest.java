package ua.stezhka.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every setting is explained to those who run a Stezhka. */
class ConfigurationTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(stezhka\\.[^`]+)` \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final String NO_DEFAULT = "—";

    @Test
    void every_setting_stands_in_the_documentation_with_its_default() {
        Map<String, String> documented =
                new TreeMap<>(ROW.matcher(House.read(House.ROOT.resolve("src/docs/configuration.md")))
                        .results()
                        .collect(Collectors.toMap(row -> row.group(1), ConfigurationTest::defaultIn)));

        assertThat(documented).isEqualTo(settings());
    }

    @Test
    void a_module_has_one_group_of_settings_named_after_it() {
        assertThat(groups().stream()
                        .map(group -> group.getAnnotation(ConfigMapping.class).prefix()))
                .doesNotHaveDuplicates();
        groups().forEach(group -> assertThat(
                        group.getAnnotation(ConfigMapping.class).prefix())
                .isEqualTo("stezhka." + group.getPackageName().substring(House.ROOT_PACKAGE.length() + 1)));
    }

    private static String defaultIn(MatchResult row) {
        return row.group(2).strip().replace("`", "");
    }

    private static List<? extends Class<?>> groups() {
        return House.ownClasses()
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .map(type -> type.reflect())
                .toList();
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        groups().forEach(group -> read(group.getAnnotation(ConfigMapping.class).prefix(), group, settings));
        return settings;
    }

    private static void read(String prefix, Class<?> group, Map<String, String> settings) {
        for (Method method : group.getMethods()) {
            WithName name = method.getAnnotation(WithName.class);
            String key = prefix + '.' + (name != null ? name.value() : kebab(method.getName()));
            if (Map.class.isAssignableFrom(method.getReturnType())) {
                key += ".<name>";
            }
            Class<?> type = valueType(method.getGenericReturnType());
            if (type.isInterface() && type.getName().startsWith(House.ROOT_PACKAGE)) {
                read(key, type, settings);
            } else {
                WithDefault value = method.getAnnotation(WithDefault.class);
                settings.put(key, value == null ? NO_DEFAULT : value.value());
            }
        }
    }

    private static Class<?> valueType(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] inside = parameterized.getActualTypeArguments();
            return valueType(inside[inside.length - 1]);
        }
        return (Class<?>) type;
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }
}
