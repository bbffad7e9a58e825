package dev.swarmha.lab.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of the screens in the documentation may be otherwise in the next run, and what may not. */
class KeptScreensTest {

  private static final String BAR = "|";

  private final Path directory = Project.find().root().resolve("docs/screens");

  @ParameterizedTest
  @CsvSource(
      delimiterString = BAR,
      value = {
        "deploying-80x24 | \\d+s more | 7s more",
        "deploying-80x24 | 6s | 12s",
        "rolled-back-80x24 | task shop_web.\\d on \\w\\d | task shop_web.1 on w2",
        "rolled-back-80x24 | 0/3  update paused due to failure or early termination… | 1/3  failed",
        "rolled-back-80x24 | 0/3  update paused |      update paused",
        "rolled-back-160x50 | • shop_cache   1/1  ran, not long enough to count | ✓ shop_cache   1/1  converged",
        "status-80x24 | swarmha/web:1 +m1 1, .*?  update comp\\S* | swarmha/we…  m1 2, w1 1  update …",
        "status-160x50 | m1 1, w1 1, w2 1 | m1 1, w2 2",
        "status-160x50 | m1     ready    2 | m1     ready    3",
        "status-160x50 | \\d{4}-\\d\\d-\\d\\dT[0-9:]+Z | 2027-01-01T00:00:00Z",
        "shell-80x24 | [0-9a-z]{10}…  m1 | 0a9x8b7c6d…  m1",
        "shell-160x50 | 10\\.\\d+\\.0\\.11 | 10.102.0.11",
      })
  void timesIdsAndPlacesMayBeOthers(String screen, String kept, String shown) throws IOException {
    assertThat(essence(screen, kept, shown)).isEqualTo(essence(screen));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = BAR,
      value = {
        "deploying-80x24 | must stay up for | waits for its health for",
        "deploying-80x24 | • shop_web     3/3 | • shop_web     2/3",
        "deploying-160x50 | 0 of 3 services converged | 1 of 3 services converged",
        "deployed-160x50 | ✓ shop_worker  2/2  converged | ✗ shop_worker  2/2  converged",
        "rolled-back-80x24 | ✓ shop_cache   1/1  converged | • shop_cache   1/1  ran, not long enough to count",
        "rolled-back-80x24 | ✗ shop_web | ✓ shop_web",
        "status-80x24 | shop_web +3/3 +converged | shop_web     3/3    degraded",
        "status-80x24 | 1/1    converged | 0/1    converged",
        "status-160x50 | shop_cache    replicated | shop_cache    global",
        "status-160x50 | update completed | ",
        "status-160x50 | w1     ready | w1     down",
        "shell-80x24 | w1        ready   active | w1        down    active",
        "shell-80x24 | leader | reachable",
        "shell-160x50 | shop_worker  2/2  converged | shop_worker  1/2  converged",
      })
  void statesAndNumbersMayNot(String screen, String kept, String shown) throws IOException {
    assertThat(essence(screen, kept, shown == null ? "" : shown)).isNotEqualTo(essence(screen));
  }

  /** A screen as it would be if what is kept, by its pattern, were shown otherwise. */
  private String essence(String screen, String kept, String shown) throws IOException {
    Matcher matcher = Pattern.compile(kept).matcher(text(screen));
    assertThat(matcher.find()).as("%s has %s", screen, kept).isTrue();
    return KeptScreens.essence(matcher.replaceAll(Matcher.quoteReplacement(shown)));
  }

  private String essence(String screen) throws IOException {
    return KeptScreens.essence(text(screen));
  }

  private String text(String screen) throws IOException {
    return Files.readString(directory.resolve(screen + ".txt"), UTF_8);
  }
}
