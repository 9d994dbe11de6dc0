package ua.stezhka.learning;

/**
 * What the page after a lesson shows.
 *
 * @param lessonsLeft  lessons that are not completed
 * @param nextTitle    title of the next lesson, empty when all are done
 * @param nextAddress  where the main button leads: the next lesson, the final quiz or the certificate
 * @param sheet        address of the lesson on paper
 * @param offerAccount whether this is a guest whose progress an account would keep
 */
public record LessonEnd(
        String slug,
        String courseTitle,
        String lessonTitle,
        String language,
        int lessonsDone,
        int lessons,
        int lessonsLeft,
        String nextTitle,
        int nextMinutes,
        String nextAddress,
        String sheet,
        boolean quizPassed,
        boolean offerAccount) {}
