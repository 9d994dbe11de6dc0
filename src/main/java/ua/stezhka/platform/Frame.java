package ua.stezhka.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What surrounds every page of this request: language, comfort settings, who is signed in, the number to call. */
@Named("frame")
@RequestScoped
public class Frame {
    private static final List<String> SECTIONS =
            List.of("/courses", "/my", "/settings", "/sign-in", "/help", "/administration", "/desk");
    /** The landing page with a word that nothing is left of who was here before. */
    public static final String CLEAN = "/?clean=yes";

    private final CurrentCommunity community;

    private Comfort comfort = Comfort.DEFAULT;
    private String path = "/";
    private String traceId = "";
    private @Nullable String personKey;
    private @Nullable String personName;
    private boolean administrator;
    private boolean assistant;
    private @Nullable Helped helped;
    private int idleSeconds;
    private boolean marksComputers;
    private @Nullable String goesOnAt;
    private boolean formKept;
    private int statements;

    Frame(CurrentCommunity community) {
        this.community = community;
    }

    void begin(Comfort comfort, String path, String traceId) {
        this.comfort = comfort;
        this.path = path;
        this.traceId = traceId;
    }

    /**
     * The page is the same for everybody, whoever asks for it and by whatever address: nobody is known, nothing is chosen but this language.
     *
     * @param address where the page will stand
     */
    public void forEverybody(Locale locale, String address) {
        path = address;
        comfort = Comfort.DEFAULT.with(locale.getLanguage(), null, null, null, null);
        personKey = null;
        personName = null;
        administrator = false;
        assistant = false;
        helped = null;
        idleSeconds = 0;
        marksComputers = false;
    }

    /** Tells the frame whom the browser stands for, guests too; called by the account module only. */
    public void known(UUID personId) {
        this.personKey = keyOf(personId);
    }

    /** A name for the queue on a shared device: the same for one person, and nobody can tell who it is. */
    public static String keyOf(UUID personId) {
        return Ids.named("device-queue/" + personId).toString().substring(0, 13);
    }

    /** Tells the frame who is signed in; called by the account module only. */
    public void signedIn(String name, boolean administrator) {
        this.personName = name;
        this.administrator = administrator;
    }

    /** Tells the frame whether who is signed in helps people at a desk; called by the account module only. */
    public void assists(boolean assistant) {
        this.assistant = assistant;
    }

    /** Tells the frame that somebody works on behalf of another person; called by the account module only. */
    public void helps(Helped helped) {
        this.helped = helped;
    }

    /**
     * For whom somebody works in this browser.
     *
     * @param name  what the person is called
     * @param since the time of the day when it began
     * @param until when it ends at the latest
     */
    public record Helped(String name, String since, String until) {}

    /**
     * Tells the frame that many people use this computer; called by the account module only.
     *
     * @param idle how long nobody may do anything before the session ends
     */
    public void onSharedComputer(Duration idle) {
        this.idleSeconds = (int) idle.toSeconds();
    }

    /** What was chosen on a shared computer is not of whoever comes now: only the language stays. */
    public void forgetComfort() {
        this.comfort = comfort.languageOnly();
    }

    /** Tells the frame that this person marks computers as shared; called by the account module only. */
    public void marksComputers(boolean marks) {
        this.marksComputers = marks;
    }

    void countStatement() {
        statements++;
    }

    int statements() {
        return statements;
    }

    public Locale locale() {
        return comfort.locale();
    }

    public String getLang() {
        return comfort.locale().getLanguage();
    }

    public Comfort getComfort() {
        return comfort;
    }

    /**
     * All that the frame of a page depends on, but for the name of the person and the address of the page.
     *
     * @param section the part of the site, such as {@code /courses}, or empty
     * @param known   whether the browser stands for somebody, a guest or a person
     * @param shared  whether many people use this computer
     */
    public record Shape(
            Comfort comfort,
            String section,
            boolean known,
            boolean signedIn,
            boolean administrator,
            boolean assistant,
            boolean shared) {}

    /** The shape of this page’s frame: pages of the same shape have the same frame. */
    public Shape getShape() {
        String section = SECTIONS.stream().filter(this::inside).findFirst().orElse("");
        return new Shape(comfort, section, isKnown(), isSignedIn(), administrator, assistant, isShared());
    }

    /** Path and query of this request, to come back to. */
    public String getPath() {
        return path;
    }

    /** Who has to sign in now goes on here afterwards. */
    void goesOnAt(String address) {
        this.goesOnAt = address;
    }

    /** The form that was sent waits in the browser; who signs in goes on with it. Called by the account module only. */
    public void formKept(String address) {
        this.goesOnAt = address;
        this.formKept = true;
    }

    /** The way to the page of signing in, and from there back to what was wanted. */
    public String getSignInAddress() {
        return goesOnAt == null ? "/sign-in" : "/sign-in?next=" + URLEncoder.encode(goesOnAt, StandardCharsets.UTF_8);
    }

    /** Whether what this request sent waits in the browser until its sender is signed in again. */
    public boolean isFormKept() {
        return formKept;
    }

    /** Whether this page lies in the part of the site that begins with {@code prefix}. */
    public boolean inside(String prefix) {
        return prefix.equals("/") ? path.equals("/") : path.startsWith(prefix);
    }

    public String getTraceId() {
        return traceId;
    }

    /** Under this key the browser keeps answers that are not sent yet; null for a stranger. */
    public @Nullable String getPersonKey() {
        return personKey;
    }

    /** Whether the browser stands for somebody, a guest or a person. */
    public boolean isKnown() {
        return personKey != null;
    }

    public boolean isSignedIn() {
        return personName != null;
    }

    public String getPersonName() {
        return personName == null ? "" : personName;
    }

    public boolean isAdministrator() {
        return administrator;
    }

    /** Whether who is signed in helps people at a desk. */
    public boolean isAssistant() {
        return assistant;
    }

    /** For whom somebody works in this browser; null when everybody works for themselves. */
    public @Nullable Helped getHelped() {
        return helped;
    }

    /** Whether many people use this computer. */
    public boolean isShared() {
        return idleSeconds > 0;
    }

    /** After so many seconds without a deed a session on a shared computer ends; 0 on other computers. */
    public int getIdleSeconds() {
        return idleSeconds;
    }

    /** What a part of a page is kept by; on a shared computer it is drawn anew, because its forms are other than elsewhere. */
    public @Nullable Object unlessShared(@Nullable Object key) {
        return isShared() ? null : key;
    }

    /** Whether the page is the first one after a shared computer was cleaned. */
    public boolean isClean() {
        return isShared() && path.equals(CLEAN);
    }

    public boolean isMarksComputers() {
        return marksComputers;
    }

    /** What scripts put a number in the place of. */
    public String getCountMark() {
        return "{n}";
    }

    public Community getCommunity() {
        return community.get();
    }
}
