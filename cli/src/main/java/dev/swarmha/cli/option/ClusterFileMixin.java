package dev.swarmha.cli.option;

import picocli.CommandLine.Option;

/** The file that declares a cluster. */
public final class ClusterFileMixin {

  @Option(
      names = {"-f", "--file"},
      required = true,
      paramLabel = "FILE",
      description = "The file of the cluster, - for standard input")
  private String file = "";

  public String file() {
    return file;
  }
}
