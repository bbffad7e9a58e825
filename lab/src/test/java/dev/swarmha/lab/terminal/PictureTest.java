package dev.swarmha.lab.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.terminal.Picture.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureTest {

  @Test
  void givesEachPieceItsPlaceAndLook() {
    Picture picture = Picture.of("  \u001b[32m✓\u001b[39m shop \u001b[1;31mbad\u001b[0m  \n\nend");

    assertThat(picture.lines())
        .containsExactly(
            List.of(
                new Piece(2, "✓", " fill=\"#6bc46d\""),
                new Piece(3, " shop ", ""),
                new Piece(9, "bad", " fill=\"#f47067\" font-weight=\"bold\"")),
            List.of(),
            List.of(new Piece(0, "end", "")));
  }

  @Test
  void drawsWhatCannotStandInMarkup() {
    assertThat(Picture.of("a <b> & c").svg()).contains(">a &lt;b&gt; &amp; c<");
  }
}
