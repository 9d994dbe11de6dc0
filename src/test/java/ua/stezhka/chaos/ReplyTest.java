package ua.stezhka.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An answer counts only when it is whole and ours. */
class ReplyTest {
    private static final String WHOLE =
            "HTTP/1.1 503 Busy\r\nRetry-After: 2\r\nSet-Cookie: a=b; Path=/\r\nContent-Type: application/problem+json\r\n";

    @Test
    void a_whole_answer_is_read() throws IOException {
        Reply reply = read(WHOLE + "Content-Length: 12\r\n\r\n{\"code\":\"x\"}");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.retryAfter()).isEqualTo(2);
        assertThat(reply.cookies()).isEqualTo(List.of("a=b"));
        assertThat(reply.json()).isEqualTo(Reply.parse("{\"code\":\"x\"}"));
    }

    @Test
    void chunks_are_joined() throws IOException {
        assertThat(read(WHOLE + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n2\r\n1}\r\n0\r\n\r\n")
                        .body())
                .isEqualTo("{\"a\":1}");
    }

    @Test
    void an_answer_that_was_cut_is_none() {
        assertThatThrownBy(() -> read(WHOLE + "Content-Length: 12\r\n\r\n{\"code\""))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nContent-")).isInstanceOf(IOException.class);
    }

    @Test
    void a_page_is_no_answer_to_a_save() throws IOException {
        assertThat(read("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\n<p/>")
                        .json())
                .isNull();
    }

    @Test
    void equal_answers_have_equal_words() {
        assertThat(Values.of("answered", "{\"b\":1,\"a\":[2, 3]}"))
                .isEqualTo(Values.of(Reply.parse("{\"state\":\"answered\",\"answer\":{\"a\":[2,3],\"b\":1}}")));
        assertThat(Values.of("cleared", null))
                .isEqualTo(Values.of(Reply.parse("{\"state\":\"cleared\",\"answer\":null}")));
    }

    private static Reply read(String message) throws IOException {
        return Reply.of(Message.read(new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8))));
    }
}
