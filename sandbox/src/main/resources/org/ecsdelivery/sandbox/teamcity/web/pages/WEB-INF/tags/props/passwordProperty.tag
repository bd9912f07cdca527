<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%-- Stands in for TeamCity's tag of this name: the same attributes, markup of our own. --%>
<%@ attribute name="name" required="true" %>
<%@ attribute name="size" %>
<%@ attribute name="maxlength" %>
<%@ attribute name="style" %>
<%@ attribute name="className" %>
<%@ attribute name="onchange" %>
<%@ attribute name="autofill" %>
<%@ attribute name="disabled" type="java.lang.Boolean" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<jsp:useBean id="propertiesBean" scope="request" type="jetbrains.buildServer.controllers.BasePropertiesBean"/>
<%-- what the page carries is never the secret: dots to look at, and the secret closed with the server's key to be sent back --%>
<input type="password" class="${className}" id="${name}" name="prop:encrypted:${name}" autocomplete="off" data-closed="<c:out value="${requestScope.closedSecrets[name]}"/>" value="${empty propertiesBean.properties[name] ? '' : '**************'}"/>
