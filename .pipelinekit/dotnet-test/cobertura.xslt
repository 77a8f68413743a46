<?xml version="1.0" encoding="utf-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <!-- Copies a Cobertura file with the names of files made relative to the repository. -->
  <xsl:output method="xml" encoding="us-ascii" indent="yes" />
  <xsl:param name="root" />

  <xsl:template match="@* | node()">
    <xsl:copy><xsl:apply-templates select="@* | node()" /></xsl:copy>
  </xsl:template>

  <xsl:template match="sources">
    <sources><source>.</source></sources>
  </xsl:template>

  <xsl:template match="@filename">
    <xsl:attribute name="filename">
      <xsl:choose>
        <xsl:when test="starts-with(., $root)"><xsl:value-of select="translate(substring(., string-length($root) + 1), '\', '/')" /></xsl:when>
        <xsl:otherwise><xsl:value-of select="." /></xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
  </xsl:template>
</xsl:stylesheet>
