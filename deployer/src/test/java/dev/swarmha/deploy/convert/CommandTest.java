package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.container;
import static dev.swarmha.deploy.convert.Converted.errors;
import static dev.swarmha.deploy.convert.Converted.web;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandTest {

  @Test
  void splitsTextsIntoWords() {
    assertThat(container("command: run \"a b\" 'c d' e\\ f # rest").sequence("Args").texts())
        .containsExactly("run", "a b", "c d", "e f");
  }

  @Test
  void takesListsAsTheyAre() {
    assertThat(container("entrypoint: [\"a b\", c]").sequence("Command").texts())
        .containsExactly("a b", "c");
  }

  @Test
  void reportsQuotesThatAreNotClosed() {
    assertThat(errors(web("command: it's")))
        .containsExactly("stack.yml:4:14: services.web.command: a ' quote is not closed");
  }
}
