<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%-- Stands in for TeamCity's tag of this name: the same attributes, markup of our own. --%>
<jsp:useBean id="propertiesBean" scope="request" type="jetbrains.buildServer.controllers.BasePropertiesBean"/>
<tr class="advancedSetting"><th><label for="teamcity.build.workingDir">Working directory:</label></th><td><input type="text" id="teamcity.build.workingDir" class="longField" name="prop:teamcity.build.workingDir"/></td></tr>
