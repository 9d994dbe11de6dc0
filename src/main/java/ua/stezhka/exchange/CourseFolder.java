package ua.stezhka.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import ua.stezhka.platform.Picture;

/**
 * The files of one course, read one by one and not yet held against each other.
 *
 * @param lessons   by the id of the lesson, then by language
 * @param questions by their ids
 * @param pictures  by the names of their files
 */
record CourseFolder(
        String id,
        String file,
        YamlText course,
        Set<String> languages,
        Map<String, Map<String, LessonText>> lessons,
        Map<String, BankQuestion> questions,
        Map<String, Picture> pictures) {
    CourseFolder(String id, String file, YamlText course, Set<String> languages) {
        this(id, file, course, languages, new TreeMap<>(), new LinkedHashMap<>(), new TreeMap<>());
    }
}
