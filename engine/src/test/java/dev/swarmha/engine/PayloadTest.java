package dev.swarmha.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PayloadTest {

  private final byte[] content = "hunter2".getBytes(StandardCharsets.UTF_8);
  private final Payload payload = Payload.of(content);

  @Test
  void showsItsSizeAndNeitherItsContentNorADigestOfIt() {
    assertThat(payload).hasToString("7 bytes");
    assertThat(WriteOptions.of(payload).toString())
        .doesNotContain("hunter2")
        .doesNotContain("f52fbd32b2b3");
    assertThat(payload.digest())
        .isEqualTo("f52fbd32b2b3b86ff88ef6c490628285f482af15ddcb29541f94bcf526a3f6c7");
  }

  @Test
  void doesNotChangeWithTheBytesItWasMadeOfOrGaveAway() {
    content[0] = 'X';
    payload.bytes()[1] = 'X';

    assertThat(payload.bytes()).isEqualTo("hunter2".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void equalsByContent() {
    assertThat(Payload.of("hunter2".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(payload)
        .hasSameHashCodeAs(payload);
    assertThat(Payload.of(new byte[0])).isNotEqualTo(payload);
  }
}
