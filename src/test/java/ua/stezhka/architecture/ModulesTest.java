package ua.stezhka.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class ModulesTest {
    @Test
    void every_package_is_a_module_of_the_table() {
        Set<String> packages = new HashSet<>();
        House.ownClasses().map(House::moduleOf).forEach(packages::add);
        packages.remove("");

        assertThat(Modules.MAY_USE.keySet()).containsAll(packages);
    }

    @Test
    void a_module_uses_only_what_its_row_names() {
        assertThat(House.ownClasses()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(dependency -> House.isOurs(dependency.getTargetClass()))
                        .filter(dependency -> !Modules.allowed(
                                House.moduleOf(dependency.getOriginClass()),
                                House.moduleOf(dependency.getTargetClass())))
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    @Test
    void the_table_has_no_circle() {
        for (String module : Modules.MAY_USE.keySet()) {
            assertThat(reachable(module, new HashSet<>()))
                    .as("what " + module + " reaches")
                    .doesNotContain(module);
        }
    }

    @Test
    void the_table_names_only_modules_of_the_table() {
        assertThat(Modules.MAY_USE.values().stream().flatMap(Set::stream)).allMatch(Modules.MAY_USE::containsKey);
    }

    @Test
    void grading_is_pure() {
        assertThat(House.ownClasses()
                        .filter(type -> type.getSimpleName().equals("Grading"))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(dependency -> !isPure(dependency.getOriginClass(), dependency.getTargetClass()))
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    private static boolean isPure(JavaClass grading, JavaClass used) {
        String name = used.getBaseComponentType().getPackageName();
        return name.isEmpty()
                || name.equals(grading.getPackageName())
                || name.startsWith("org.jspecify.")
                || name.startsWith("java.")
                        && !name.startsWith("java.sql")
                        && !name.startsWith("java.io")
                        && !name.startsWith("java.net")
                        && !name.startsWith("java.nio.file");
    }

    private static Set<String> reachable(String from, Set<String> seen) {
        for (String next : Modules.row(from)) {
            if (seen.add(next)) {
                reachable(next, seen);
            }
        }
        return seen;
    }
}
