@echo off
rem Runs Leadline from a checkout, and builds it first where that has not been done.
setlocal
set "LEADLINE_HOME=%~dp0"
set "LEADLINE_JAR=%LEADLINE_HOME%java\cli\target\leadline.jar"
set "LEADLINE_JAVA=java"
if defined JAVA_HOME set "LEADLINE_JAVA=%JAVA_HOME%\bin\java.exe"

"%LEADLINE_JAVA%" -version >nul 2>nul
if errorlevel 1 (
  echo leadline: Java 17 or newer is needed: there is no java on PATH, and JAVA_HOME does not lead to one 1>&2
  exit /b 125
)
set "LEADLINE_MAJOR="
for /f "tokens=3" %%v in ('""%LEADLINE_JAVA%" -version 2>&1" ^| findstr /c:" version "') do (
  for /f "delims=.-+ tokens=1" %%m in ("%%~v") do set "LEADLINE_MAJOR=%%m"
)
if not defined LEADLINE_MAJOR set "LEADLINE_MAJOR=0"
if %LEADLINE_MAJOR% LSS 17 (
  echo leadline: Java 17 or newer is needed; set JAVA_HOME 1>&2
  exit /b 125
)

if exist "%LEADLINE_JAR%" goto run
where mvn >nul 2>nul
if errorlevel 1 (
  echo leadline: it is not built yet, and there is no mvn ^(Maven^) on PATH to build it with 1>&2
  exit /b 125
)
echo leadline: building %LEADLINE_JAR%, once; that takes a minute or two 1>&2
pushd "%LEADLINE_HOME%"
call mvn -q -B -DskipTests package -pl java/cli -am 1>&2 <nul
if errorlevel 1 (
  popd
  echo leadline: the build failed 1>&2
  exit /b 125
)
popd

:run
rem endlocal on the same line: the program must not see the variables above
endlocal & "%LEADLINE_JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+DisplayVMOutputToStderr -jar "%LEADLINE_JAR%" %*
