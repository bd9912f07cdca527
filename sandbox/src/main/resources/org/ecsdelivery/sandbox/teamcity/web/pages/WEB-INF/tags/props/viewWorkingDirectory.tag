<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%-- Stands in for TeamCity's tag of this name: the same attributes, markup of our own. --%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<jsp:useBean id="propertiesBean" scope="request" type="jetbrains.buildServer.controllers.BasePropertiesBean"/>
<c:set var="stored" value="${propertiesBean.properties['teamcity.build.workingDir']}"/>
<div class="parameter">Working directory: <strong><c:out value="${empty stored ? 'same as checkout directory' : stored}"/></strong></div>
