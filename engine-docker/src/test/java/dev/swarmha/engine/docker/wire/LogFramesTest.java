package dev.swarmha.engine.docker.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogFramesTest {

  private static byte[] frame(int stream, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + bytes.length)
        .put((byte) stream)
        .position(4)
        .putInt(bytes.length)
        .put(bytes)
        .array();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  @Test
  void readsBothStreamsInTheirOrder() {
    byte[] body = joined(frame(1, "starts\n"), frame(2, "cannot "), frame(2, "go on\nends\r\n"));

    assertThat(LogFrames.lines(body)).containsExactly("starts", "cannot go on", "ends");
  }

  @Test
  void readsTheOutputOfATerminalAsItIs() {
    byte[] body = "one\r\ntwo, longer than a header\n".getBytes(StandardCharsets.UTF_8);

    assertThat(LogFrames.lines(body)).containsExactly("one", "two, longer than a header");
    assertThat(LogFrames.lines("short\n".getBytes(StandardCharsets.UTF_8)))
        .containsExactly("short");
  }

  @Test
  void readsALastFrameThatIsCutOff() {
    byte[] body = frame(1, "whole\n");
    byte[] cut = joined(body, new byte[] {1, 0, 0, 0, 0, 0, 0, 50, 'p', 'a', 'r', 't'});

    assertThat(LogFrames.lines(cut)).containsExactly("whole", "part");
  }

  @Test
  void saysThatTheOutputIsBrokenWhereAFrameHasNoHeader() {
    byte[] body = joined(frame(1, "starts\n"), new byte[] {1, 0, 0, 0, -1, 0, 0, 0, 'x'});

    assertThatThrownBy(() -> LogFrames.read(new ByteArrayInputStream(body), (channel, text) -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not in frames");
  }

  @Test
  void readsFrameByFrameAsTheyCome() throws Exception {
    byte[] body = joined(frame(1, "starts\n"), frame(2, "fails\n"), frame(3, "node away\n"));
    List<String> read = new ArrayList<>();

    LogFrames.read(
        new ByteArrayInputStream(body), (channel, text) -> read.add(channel + " " + text.strip()));
    LogFrames.read(
        new ByteArrayInputStream("one\r\ntwo, longer\n".getBytes(StandardCharsets.UTF_8)),
        (channel, text) -> read.add(channel + " " + text));
    LogFrames.read(new ByteArrayInputStream(new byte[0]), (channel, text) -> read.add(text));

    assertThat(read)
        .containsExactly(
            "OUTPUT starts", "ERROR fails", "ENGINE node away", "OUTPUT one", "OUTPUT two, longer");
  }

  @Test
  void readsNothing() {
    assertThat(LogFrames.lines(new byte[0])).isEmpty();
  }
}
