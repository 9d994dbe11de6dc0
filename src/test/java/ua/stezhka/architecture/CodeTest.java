package ua.stezhka.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a class may be called, show, hold and call. */
class CodeTest {
    private static final Pattern EMPTY_WORDS =
            Pattern.compile("(Service|Manager|Helper|Utils?|Dto|DTO|Impl)(?![a-z])|^Abstract[A-Z]");
    private static final Set<String> TIME_OF_OUR_OWN = Set.of(
            "java.time.Instant.now()",
            "java.time.LocalDate.now()",
            "java.time.LocalTime.now()",
            "java.time.LocalDateTime.now()",
            "java.time.OffsetDateTime.now()",
            "java.time.ZonedDateTime.now()",
            "java.time.Year.now()",
            "java.time.Clock.systemUTC()",
            "java.time.Clock.systemDefaultZone()",
            "java.lang.System.currentTimeMillis()",
            "java.util.Date.<init>()");
    private static final Set<String> CHANCE_OF_OUR_OWN = Set.of(
            "java.util.UUID.randomUUID()",
            "java.lang.Math.random()",
            "java.util.Random.<init>()",
            "java.util.Collections.shuffle(java.util.List)");
    private static final List<String> DATABASE = List.of(
            "org.jdbi.", "java.sql.", "javax.sql.", "io.agroal.", "jakarta.persistence.", "jakarta.transaction.");

    @Test
    void a_name_says_what_the_thing_is() {
        assertThat(House.ownClasses().map(JavaClass::getSimpleName).filter(EMPTY_WORDS.asPredicate()))
                .isEmpty();
    }

    @Test
    void public_is_what_other_modules_and_the_framework_need() {
        assertThat(publicClasses().filter(type -> !mayBePublic(type)).map(JavaClass::getName))
                .as(
                        "public classes that are no record, enum, event, Pages, Resource, configuration, facade, vocabulary or problem")
                .isEmpty();
    }

    /** Entities are package-private; the platform has none. */
    @Test
    void nothing_public_can_be_changed_from_outside() {
        assertThat(publicClasses()
                        .filter(type -> !isBean(type) && !House.moduleOf(type).equals("platform"))
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                        .map(JavaField::getFullName))
                .as("public classes that are no beans keep their fields final")
                .isEmpty();
    }

    @Test
    void what_answers_a_path_is_called_pages_or_resource() {
        assertThat(House.ownClasses().filter(type -> type.isAnnotatedWith(Path.class)))
                .allMatch(type -> isBoundary(type), "is called …Pages or …Resource");
    }

    @Test
    void pages_and_resources_never_see_the_database() {
        assertThat(House.ownClasses()
                        .filter(CodeTest::isBoundary)
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(d ->
                                DATABASE.stream().anyMatch(d.getTargetClass().getName()::startsWith))
                        .map(Object::toString))
                .isEmpty();
    }

    /** A package-private one would silently not be routed. */
    @Test
    void what_answers_a_path_is_public() {
        assertThat(routes().filter(method -> !method.getModifiers().contains(JavaModifier.PUBLIC)
                                || !method.getOwner().getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaMethod::getFullName))
                .isEmpty();
    }

    @Test
    void every_route_says_on_which_thread_it_runs() {
        assertThat(routes().filter(method -> Stream.of(RunOnVirtualThread.class, NonBlocking.class)
                                .noneMatch(thread -> method.isAnnotatedWith(thread)
                                        || method.getOwner().isAnnotatedWith(thread)))
                        .map(JavaMethod::getFullName))
                .isEmpty();
    }

    @Test
    void time_comes_in_through_the_clock() {
        assertThat(callsOutsideThePlatform(TIME_OF_OUR_OWN)).isEmpty();
    }

    @Test
    void chance_and_identifiers_come_from_the_platform_or_as_a_seeded_generator() {
        assertThat(callsOutsideThePlatform(CHANCE_OF_OUR_OWN)).isEmpty();
    }

    private static Stream<JavaClass> publicClasses() {
        return House.ownClasses()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> type.getEnclosingClass()
                        .map(o -> o.getModifiers().contains(JavaModifier.PUBLIC))
                        .orElse(true));
    }

    private static boolean mayBePublic(JavaClass type) {
        boolean value = type.isRecord() || type.isEnum() || type.isAnnotation();
        boolean family = type.isInterface() && (type.isAnnotatedWith(ConfigMapping.class) || isSealed(type));
        return value
                || family
                || isBoundary(type)
                || isBean(type)
                || isVocabulary(type)
                || extendsTheFramework(type)
                || isFilledInByOtherModules(type)
                || type.isAssignableTo(RuntimeException.class) && isSealed(type)
                || House.moduleOf(type).isEmpty();
    }

    /** An interface through which the lower module asks the upper ones, such as for their part of a person’s data. */
    private static boolean isFilledInByOtherModules(JavaClass type) {
        return type.isInterface()
                && type.getAllSubclasses().stream()
                        .anyMatch(filled -> !House.moduleOf(filled).equals(House.moduleOf(type)));
    }

    private static boolean isSealed(JavaClass type) {
        return type.reflect().isSealed();
    }

    /** A final class: constants, functions without state, or a value that guards what it holds. */
    private static boolean isVocabulary(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.FINAL);
    }

    private static boolean extendsTheFramework(JavaClass type) {
        return type.getRawInterfaces().stream()
                .anyMatch(used -> used.getPackageName().startsWith("org.eclipse.microprofile."));
    }

    private static boolean isBean(JavaClass type) {
        return type.isAnnotatedWith(ApplicationScoped.class)
                || type.isAnnotatedWith(RequestScoped.class)
                || type.isAnnotatedWith(Singleton.class);
    }

    private static boolean isBoundary(JavaClass type) {
        return type.getSimpleName().endsWith("Pages") || type.getSimpleName().endsWith("Resource");
    }

    private static Stream<JavaMethod> routes() {
        return House.ownClasses()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class));
    }

    private static Stream<String> callsOutsideThePlatform(Set<String> forbidden) {
        return House.ownClasses()
                .filter(type -> !House.moduleOf(type).equals("platform"))
                .flatMap(type -> Stream.concat(
                        type.getCodeUnitCallsFromSelf().stream(), type.getCodeUnitReferencesFromSelf().stream()))
                .filter(access -> forbidden.contains(access.getTarget().getFullName()))
                .map(Object::toString);
    }
}
