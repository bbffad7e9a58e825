@echo off
rem Starts swarmha on the Java that JAVA_HOME names, or else the first one on the PATH.
rem SWARMHA_JAVA_OPTS: more options for that Java, separated by spaces.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC %SWARMHA_JAVA_OPTS% -cp "%~dp0..\lib\*" dev.swarmha.cli.Main %*
exit /b %errorlevel%
