package dev.swarmha.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

final class LiveAreaTest {

  private final VirtualScreen screen = new VirtualScreen(30, 6);
  private final LiveArea area = new LiveArea(screen.open().orElseThrow());

  @Test
  void drawsInThePlaceOfWhatStoodThere() {
    show("three tasks wait", "a second line");
    show("one waits");

    assertThat(screen.text()).isEqualTo("one waits\n");
  }

  @Test
  void keepsTheRecordAboveThePicture() {
    show("picture");
    area.print(lines("first", "second"));
    show("picture");
    area.print(lines("third"));
    show("picture");

    assertThat(screen.text()).isEqualTo("first\nsecond\nthird\npicture\n");
  }

  @Test
  void leavesTheRecordAloneAndEchoesAgain() {
    show("picture");
    assertThat(screen.echoes()).isFalse();

    area.print(lines("record"));
    area.close();

    assertThat(screen.text()).isEqualTo("record\n");
    assertThat(screen.echoes()).isTrue();
  }

  @Test
  void leavesATerminalAloneOnWhichItDrewNothing() {
    area.print(lines("done"));
    area.close();

    assertThat(screen.text()).isEqualTo("done\n");
    assertThat(screen.echoes()).isTrue();
  }

  @Test
  void putsTheEchoBackForAThreadThatIsInterrupted() {
    show("picture");
    Thread.currentThread().interrupt();
    area.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(screen.echoes()).isTrue();
  }

  @Test
  void drawsNoMoreLinesThanThereAreRows() {
    show("1", "2", "3", "4", "5", "6", "7", "8");
    show("1", "2", "3", "4", "5", "6", "7", "9");

    assertThat(screen.text()).isEqualTo("1\n2\n3\n4\n5\n");
  }

  @Test
  void drawsForTheSizeThatTheTerminalHasNow() {
    area.show(size -> lines("columns: " + size.getColumns()));
    screen.resize(24, 6);
    area.show(size -> lines("columns: " + size.getColumns()));

    assertThat(screen.text()).isEqualTo("columns: 24\n");
  }

  @Test
  void takesAwayWhatATerminalThatBecameNarrowerHasBroken() {
    area.print(lines("record"));
    show("a line of 28 characters, now");
    screen.resize(20, 6);
    // As most terminals do, which this screen does not.
    screen.open().orElseThrow().writer().print("\n");
    show("picture");

    assertThat(screen.text()).isEqualTo("record\npicture\n");
  }

  private void show(String... lines) {
    area.show(size -> lines(lines));
  }

  private static List<AttributedString> lines(String... lines) {
    return Stream.of(lines).map(AttributedString::new).toList();
  }
}
