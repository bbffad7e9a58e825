package dev.swarmha.cli.command;

import picocli.CommandLine.IVersionProvider;

/** Tells Picocli the version. */
public final class ProgramVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {VersionText.line()};
  }
}
