package ua.stezhka.exchange;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import ua.stezhka.platform.Community;
import ua.stezhka.platform.CurrentCommunity;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.StartRefused;
import ua.stezhka.platform.Texts;

/** Loads the content folder at every start, before the first request. With a broken folder there is no start. */
@Singleton
class ContentLoader {
    static final int BEFORE_ALL_ELSE = 100;

    private static final Logger LOG = Logger.getLogger(ContentLoader.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
    private static final int MOST_FINDINGS = 50;
    private static final String FOLDER = "course-content";

    private final ExchangeConfig config;
    private final Publication publication;
    private final CurrentCommunity community;
    private final Clock clock;

    ContentLoader(ExchangeConfig config, Publication publication, CurrentCommunity community, Clock clock) {
        this.config = config;
        this.publication = publication;
        this.community = community;
        this.clock = clock;
    }

    void loadAtStart(@Observes @Priority(BEFORE_ALL_ELSE) StartupEvent start) {
        load(folder(), ContentPrint.program());
    }

    /** Loads a folder, whether or not it has changed. */
    int load(Path folder) {
        return load(folder, Optional.empty());
    }

    /**
     * Loads a folder. When neither it nor the program has changed since the last publication, only the card of the community is read.
     *
     * @param program see {@link ContentPrint#of}
     * @return how many things people see in a new form
     * @throws StartRefused when the folder is broken; then nothing of it was loaded
     */
    int load(Path folder, Optional<Path> program) {
        Optional<String> print = ContentPrint.of(folder, program);
        Optional<Community> known = print.filter(publication::shows).flatMap(same -> ContentFolder.community(folder));
        if (known.isPresent()) {
            community.set(known.get());
            LOG.infof("Content %s: as it was published last", folder);
            return 0;
        }
        return read(folder, print);
    }

    private int read(Path folder, Optional<String> print) {
        ContentFolder content = ContentFolder.read(folder);
        List<Finding> errors = content.findings().errors();
        if (!errors.isEmpty()) {
            throw refused(folder, errors);
        }
        int changed = publishInTurn(content, print);
        community.set(content.community().orElseThrow());
        LOG.infof(
                "Content %s: %d courses, %d changes", folder, content.courses().size(), changed);
        return changed;
    }

    private int publishInTurn(ContentFolder content, Optional<String> print) {
        Instant end = clock.instant().plus(LONGEST_WAIT);
        Publication.Outcome outcome = publication.publish(content, print);
        while (!outcome.published()) {
            if (clock.instant().isAfter(end)) {
                throw StartRefused.because("start.contentBusy");
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            outcome = publication.publish(content, print);
        }
        return outcome.changed();
    }

    private static StartRefused refused(Path folder, List<Finding> errors) {
        String told =
                errors.stream().limit(MOST_FINDINGS).map(Finding::toString).collect(Collectors.joining("\n"));
        Path place = folder.toAbsolutePath().normalize();
        return new StartRefused(Stream.of(
                        Texts.get(Languages.UK, "start.contentBroken", place, errors.size()),
                        Texts.get(Languages.EN, "start.contentBroken", place, errors.size()),
                        told)
                .collect(Collectors.joining(System.lineSeparator())));
    }

    private Path folder() {
        return config.contentFolder().orElseGet(() -> Stream.concat(Stream.of(Path.of(FOLDER)), besideProgram())
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> StartRefused.because(
                        "start.contentMissing", Path.of(FOLDER).toAbsolutePath())));
    }

    /** The folder of the program that was started, and the folders above it. */
    private static Stream<Path> besideProgram() {
        String program = System.getProperty("java.class.path", "").split(File.pathSeparator)[0];
        return Stream.iterate(Path.of(program).toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(place -> place.resolve(FOLDER));
    }
}
