package dev.swarmha.stack.template;

import dev.swarmha.stack.dialect.Dialect;
import java.util.Optional;
import java.util.function.Function;

/** A flavour of variables in a text. */
@FunctionalInterface
public interface Template {

  /** The text with its variables replaced; where something is wrong, as far as that goes. */
  Substituted substitute(String text, Function<String, Optional<String>> variables);

  /** The flavour of a dialect. */
  static Template of(Dialect dialect) {
    return switch (dialect) {
      case STACK -> new StackTemplate();
      case COMPOSE -> new ComposeTemplate();
    };
  }
}
