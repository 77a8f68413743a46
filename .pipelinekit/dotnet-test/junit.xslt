<?xml version="1.0" encoding="utf-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:t="http://microsoft.com/schemas/VisualStudio/TeamTest/2010" exclude-result-prefixes="t">
  <!-- An index of TRX files becomes one JUnit file: a suite per file, a case per result. -->
  <xsl:output method="xml" encoding="us-ascii" indent="yes" />
  <xsl:key name="definition" match="t:UnitTest" use="@id" />

  <xsl:template match="/results">
    <testsuites>
      <xsl:for-each select="file">
        <xsl:apply-templates select="document(string(.))/t:TestRun" />
      </xsl:for-each>
    </testsuites>
  </xsl:template>

  <xsl:template match="t:TestRun">
    <xsl:variable name="results" select="t:Results/t:UnitTestResult" />
    <testsuite tests="{count($results)}" failures="{count($results[@outcome = 'Failed'])}" errors="{count($results[@outcome = 'Error' or @outcome = 'Timeout' or @outcome = 'Aborted'])}"
               skipped="{count($results[@outcome = 'NotExecuted' or @outcome = 'Inconclusive'])}" timestamp="{substring(t:Times/@start, 1, 19)}">
      <xsl:attribute name="name">
        <xsl:call-template name="file-name"><xsl:with-param name="path" select="translate(t:TestDefinitions/t:UnitTest[1]/t:TestMethod/@codeBase, '\', '/')" /></xsl:call-template>
      </xsl:attribute>
      <xsl:apply-templates select="$results" />
    </testsuite>
  </xsl:template>

  <xsl:template match="t:UnitTestResult">
    <xsl:variable name="class" select="key('definition', @testId)/t:TestMethod/@className" />
    <xsl:variable name="full" select="@testName" />
    <testcase classname="{$class}">
      <xsl:attribute name="name">
        <xsl:choose>
          <xsl:when test="starts-with($full, concat($class, '.'))"><xsl:value-of select="substring($full, string-length($class) + 2)" /></xsl:when>
          <xsl:otherwise><xsl:value-of select="$full" /></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:if test="@duration">
        <xsl:attribute name="time">
          <xsl:value-of select="substring(@duration, 1, 2) * 3600 + substring(@duration, 4, 2) * 60 + substring(@duration, 7)" />
        </xsl:attribute>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="@outcome = 'Failed'"><failure><xsl:call-template name="error" /></failure></xsl:when>
        <xsl:when test="@outcome = 'Error' or @outcome = 'Timeout' or @outcome = 'Aborted'"><error><xsl:call-template name="error" /></error></xsl:when>
        <xsl:when test="@outcome = 'NotExecuted' or @outcome = 'Inconclusive'"><skipped message="{t:Output/t:ErrorInfo/t:Message}" /></xsl:when>
      </xsl:choose>
    </testcase>
  </xsl:template>

  <xsl:template name="file-name">
    <xsl:param name="path" />
    <xsl:choose>
      <xsl:when test="contains($path, '/')">
        <xsl:call-template name="file-name"><xsl:with-param name="path" select="substring-after($path, '/')" /></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$path" /></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="error">
    <xsl:attribute name="message"><xsl:value-of select="substring(t:Output/t:ErrorInfo/t:Message, 1, 500)" /></xsl:attribute>
    <xsl:value-of select="t:Output/t:ErrorInfo/t:Message" />
    <xsl:text>&#10;</xsl:text>
    <xsl:value-of select="t:Output/t:ErrorInfo/t:StackTrace" />
  </xsl:template>
</xsl:stylesheet>
