<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%-- Stands in for TeamCity's tag of this name: the same attributes, markup of our own. --%>
<%@ attribute name="name" required="true" %>
<%@ attribute name="style" %>
<%@ attribute name="emptyValue" %>
<%@ attribute name="popupLinkText" %>
<%@ attribute name="popupTitle" %>
<%@ attribute name="syntax" %>
<%@ attribute name="showInPopup" type="java.lang.Boolean" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<jsp:useBean id="propertiesBean" scope="request" type="jetbrains.buildServer.controllers.BasePropertiesBean"/>
<c:set var="stored" value="${propertiesBean.properties[name]}"/>
<c:choose><c:when test="${empty stored}"><c:out value="${emptyValue}"/></c:when><c:when test="${showInPopup}"><a href="#" title="<c:out value="${popupTitle}"/>"><c:out value="${popupLinkText}"/></a><pre class="popup"><c:out value="${stored}"/></pre></c:when><c:otherwise><c:out value="${stored}"/></c:otherwise></c:choose>
