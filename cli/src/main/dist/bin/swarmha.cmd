@echo off
rem Starts swarmha on the Java that JAVA_HOME names, or else the first one on the PATH.
rem SWARMHA_JAVA_OPTS: more options for that Java, separated by spaces.
setlocal disabledelayedexpansion
set "java="
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for %%j in (java.exe) do set "java=%%~$PATH:j"
if not defined java echo swarmha: no Java found; install Java 17 or later, or set JAVA_HOME>&2& exit /b 1
if not exist "%java%" echo swarmha: there is no "%java%"; correct JAVA_HOME or unset it>&2& exit /b 1
rem From 24 on, Java warns about native code that was not allowed to be loaded; 17 knows the option, too.
"%java%" -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=5 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED %SWARMHA_JAVA_OPTS% -cp "%~dp0..\lib\*" dev.swarmha.cli.Main %*
exit /b %errorlevel%
