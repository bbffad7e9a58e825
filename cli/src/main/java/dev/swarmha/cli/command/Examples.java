package dev.swarmha.cli.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What a command is used for: a comment that begins with {@code #}, below it what to type, an empty
 * line, and the next one. It is looked at when somebody asks for help, and not before.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Examples {

  /** All of them as one text. */
  String value();

  /** Finds the examples of a command. */
  final class Finder {

    private Finder() {}

    /** Its examples, line by line; nothing where it has none. */
    public static List<String> of(CommandSpec command) {
      @Nullable Object made = command.userObject();
      return Optional.ofNullable(made)
          .map(object -> object.getClass().getAnnotation(Examples.class))
          .map(examples -> examples.value().lines().toList())
          .orElse(List.of());
    }
  }
}
