package ua.stezhka.question;

import java.util.List;

/**
 * How far presses lead through a rehearsal that tells right from wrong: a step is over when it was found or shown.
 *
 * @param steps how each step went, in the order of the key
 */
record Walkthrough(List<How> steps) {
    /** How one step went. */
    enum How {
        /** Right with the first press. */
        AT_ONCE,
        /** Right after other presses. */
        FOUND,
        /** The person asked to be shown. */
        SHOWN,
        /** Not over yet. */
        OPEN
    }

    /** @param presses in ids of the content */
    static Walkthrough of(AnswerKey.Rehearsal key, List<Answer.Press> presses) {
        return new Walkthrough(
                key.steps().stream().map(right -> how(right, presses)).toList());
    }

    /** Whether each press was made at the step that was open then: none skipped, none done again. */
    static boolean possible(AnswerKey.Rehearsal key, List<Answer.Press> presses) {
        for (int i = 0; i < presses.size(); i++) {
            int open = of(key, presses.subList(0, i)).at();
            if (open == key.steps().size()
                    || !key.steps().get(open).step().equals(presses.get(i).step())) {
                return false;
            }
        }
        return true;
    }

    static How how(AnswerKey.RightPress right, List<Answer.Press> presses) {
        List<Answer.Press> here = presses.stream()
                .filter(press -> press.step().equals(right.step()))
                .toList();
        if (here.stream().anyMatch(press -> press.part() == null)) {
            return How.SHOWN;
        }
        if (here.stream().noneMatch(press -> Grading.hits(right, press))) {
            return How.OPEN;
        }
        return Grading.hits(right, here.getFirst()) ? How.AT_ONCE : How.FOUND;
    }

    /** The place of the step that is open, from 0; the number of steps when all are over. */
    int at() {
        int open = steps.indexOf(How.OPEN);
        return open < 0 ? steps.size() : open;
    }

    boolean finished() {
        return at() == steps.size();
    }

    /** Whether the person found every step without being shown. */
    boolean solved() {
        return finished() && !steps.contains(How.SHOWN);
    }
}
