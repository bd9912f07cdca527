<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%-- Stands in for TeamCity's tag of this name: the same attributes, markup of our own. --%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<jsp:useBean id="propertiesBean" scope="request" type="jetbrains.buildServer.controllers.BasePropertiesBean"/>
<tr class="advancedSetting"><th><label for="teamcity.build.workingDir">Working directory:</label></th><td><input type="text" id="teamcity.build.workingDir" class="longField" name="prop:teamcity.build.workingDir" value="<c:out value="${propertiesBean.properties['teamcity.build.workingDir']}"/>"/><span class="smallNote">Optional, set if differs from the checkout directory.</span></td></tr>
