<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="scriptless" %>
<%-- Stands in for TeamCity's tag of this name: the same attributes, markup of our own. --%>
<%@ attribute name="value" required="true" %>
<%@ attribute name="id" %>
<%@ attribute name="currValue" %>
<%@ attribute name="title" %>
<%@ attribute name="className" %>
<%@ attribute name="selected" type="java.lang.Boolean" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<option value="<c:out value="${value}"/>"<c:if test="${selected}"> selected="selected"</c:if>><jsp:doBody/></option>
