package dev.swarmha.engine.docker.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.swarmha.engine.docker.Recorded;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "[null,true,false,0,-1,\"\"]",
        "{\"Replicas\":18446744073709551615}",
        "{\"b\":{\"a\":[{\"z\":null},{}]},\"a\":\"ä\\u0000\\\"\"}",
        "{\"MaxFailureRatio\":0.25}",
        "123456789012345678901234567890",
        "0.1234567890123456789012345",
      })
  void writesTheTextThatItHasRead(String text) {
    assertThat(Json.format(Json.parse(text).orElseThrow())).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"20.10/services.json", "20.10/tasks.json", "20.10/swarm.json", "28/services.json"})
  void losesNothingOfWhatAnEngineSends(String name) throws IOException {
    JsonMapper mapper =
        JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    JsonNode sent = mapper.readTree(Recorded.text(name));

    String written = Json.format(Json.parse(Recorded.text(name)).orElseThrow());

    assertThat(mapper.readTree(written)).isEqualTo(sent);
    assertThat(written).isEqualTo(sent.toString());
  }

  @Test
  void isEmptyForWhatIsNotJson() {
    assertThat(Json.parse("Client sent an HTTP request to an HTTPS server.")).isEmpty();
    assertThat(Json.parse("")).isEmpty();
  }
}
