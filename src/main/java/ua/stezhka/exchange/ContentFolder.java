package ua.stezhka.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ua.stezhka.framework.FrameworkDraft;
import ua.stezhka.platform.Community;

/** Everything that lies in the content folder, read and held against the rules of the format. */
record ContentFolder(
        List<FrameworkDraft> frameworks, List<CourseFolder> courses, Optional<Community> community, Findings findings) {
    private static final Set<String> PARTS =
            Set.of("README.md", "LICENSE", "frameworks", "courses", "programme", "schema");

    static ContentFolder read(Path root) {
        ContentFiles files = new ContentFiles(root, new Findings());
        if (!Files.isDirectory(root.resolve("courses"))) {
            files.findings()
                    .error(
                            ".",
                            1,
                            "this is no content folder: " + root,
                            "name a folder that has frameworks/ and courses/");
            return new ContentFolder(List.of(), List.of(), Optional.empty(), files.findings());
        }
        files.list(root).stream()
                .filter(e -> !PARTS.contains(e.getFileName().toString()))
                .forEach(e -> files.in(e).warning(1, "nobody reads this", "the content folder has " + PARTS));
        Map<String, FrameworkDraft> frameworks = new LinkedHashMap<>();
        for (Path file : files.files(root.resolve("frameworks"), ".yaml")) {
            FrameworkReader.read(files, file).ifPresent(framework -> frameworks.put(framework.id(), framework));
        }
        List<CourseFolder> courses = new ArrayList<>();
        for (Path folder : files.folders(root.resolve("courses"))) {
            new CourseReader(files, folder).read().ifPresent(courses::add);
        }
        courses.forEach(course -> CourseRules.check(course, frameworks, files.findings()));
        return new ContentFolder(List.copyOf(frameworks.values()), courses, community(files), files.findings());
    }

    /** The card of the community alone. */
    static Optional<Community> community(Path root) {
        return community(new ContentFiles(root, new Findings()));
    }

    private static Optional<Community> community(ContentFiles files) {
        return CommunityReader.read(files, files.root().resolve("programme/community.yaml"));
    }
}
