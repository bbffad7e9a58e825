package dev.swarmha.cli.shell;

import static java.util.Objects.requireNonNull;

import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * What stands before a line: {@code swarmha prod (leader, 1 of 3 managers down)>}.
 *
 * @param endpoint the context, or the Engine's address
 * @param color whether trouble is red
 */
record Prompt(String endpoint, boolean color) {

  Prompt {
    requireNonNull(endpoint, "endpoint");
  }

  String text(SwarmState state) {
    AttributedStyle style =
        state.troubles().isEmpty()
            ? AttributedStyle.DEFAULT
            : AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
    AttributedStringBuilder text =
        new AttributedStringBuilder()
            .append("swarmha ")
            .styled(AttributedStyle.BOLD, endpoint)
            .append(" (")
            .styled(style, state.text())
            .append(")> ");
    return color ? text.toAnsi() : text.toString();
  }
}
